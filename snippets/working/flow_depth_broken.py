import asyncio

SIZE = 0  # no limit


# --8<-- [start:depth]
async def receive(levels: asyncio.Queue) -> None:
    for minute in range(3):
        for part in range(4):  # the radio sends four at a time
            await levels.put((minute, part))
        await asyncio.sleep(0.2)


async def store(levels: asyncio.Queue) -> None:
    while True:
        await levels.get()
        await asyncio.sleep(0.1)  # the database
        levels.task_done()


async def draw(levels: asyncio.Queue, peak: int = 0) -> None:
    await asyncio.sleep(0.05)
    while depth := levels.qsize():
        peak = max(peak, depth)
        print("#" * depth)
        await asyncio.sleep(0.1)
    print("peak:", peak)


async def main() -> None:
    levels = asyncio.Queue(maxsize=SIZE)
    async with asyncio.TaskGroup() as group:
        group.create_task(draw(levels))
        storing = group.create_task(store(levels))
        await group.create_task(receive(levels))
        await levels.join()
        storing.cancel()


# --8<-- [end:depth]
asyncio.run(main())
