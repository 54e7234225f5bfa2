import asyncio


async def load(potter: str, seconds: float, door: asyncio.Barrier) -> None:
    for firing in (1, 2):
        await asyncio.sleep(seconds)
        place = await door.wait()
        if place == 0:
            print("all have loaded, firing", firing, "begins")


async def main() -> None:
    door = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as studio:
        studio.create_task(load("Ada", 0.1, door))
        studio.create_task(load("Bo", 0.3, door))
        studio.create_task(load("Cleo", 0.2, door))


asyncio.run(main())
