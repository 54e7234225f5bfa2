import asyncio


async def throw_pot(potter: str, wheels: asyncio.Semaphore) -> None:
    async with wheels:
        await asyncio.sleep(0.2)
        print(potter, "has thrown a pot")


async def main() -> None:
    wheels = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as studio:
        for potter in ("Ada", "Bo", "Cleo", "Dan", "Eva"):
            studio.create_task(throw_pot(potter, wheels), name=potter)


asyncio.run(main())
