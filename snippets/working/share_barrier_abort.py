import asyncio


async def load(potter: str, door: asyncio.Barrier) -> None:
    try:
        async with asyncio.timeout(0.2):
            await door.wait()
        print(potter, "is ready to fire")
    except TimeoutError:
        print(potter, "has waited long enough")
        await door.abort()
    except asyncio.BrokenBarrierError:
        print(potter, "goes home, too")


async def main() -> None:
    door = asyncio.Barrier(4)
    async with asyncio.TaskGroup() as studio:
        for potter in ("Ada", "Bo", "Cleo"):
            studio.create_task(load(potter, door))
            await asyncio.sleep(0.15)


asyncio.run(main())
