# /// script
# requires-python = ">=3.13"
# ///
import asyncio
from collections.abc import AsyncIterator


# --8<-- [start:stages]
async def each(queue: asyncio.Queue) -> AsyncIterator[int]:
    try:
        while True:
            yield await queue.get()
    except asyncio.QueueShutDown:
        pass


async def measure(out: asyncio.Queue) -> None:
    for level in (212, 215, 221, 220):
        await asyncio.sleep(0.1)  # the gauge
        await out.put(level)
    out.shutdown()  # no more will come


async def check(levels: asyncio.Queue, out: asyncio.Queue) -> None:
    async for level in each(levels):
        await asyncio.sleep(0.1)  # compare it with other gauges
        await out.put(level)
    out.shutdown()  # tell the next stage


async def main() -> None:
    raw, good = asyncio.Queue(maxsize=1), asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(measure(raw))
        group.create_task(check(raw, good))
        async for level in each(good):
            await asyncio.sleep(0.1)  # the database
            print("stored", level)


# --8<-- [end:stages]
asyncio.run(main())
