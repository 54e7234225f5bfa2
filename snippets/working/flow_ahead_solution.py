import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager


async def levels() -> AsyncIterator[int]:
    for level in (212, 215, 221, 220):
        yield await asyncio.sleep(0.1, level)  # the gauge reports


# --8<-- [start:ahead]
async def feed(source: AsyncIterator, queue: asyncio.Queue) -> None:
    async with aclosing(source):
        async for level in source:
            await queue.put(level)
    await queue.put(None)


async def each(queue: asyncio.Queue) -> AsyncIterator:
    while (level := await queue.get()) is not None:
        yield level


@asynccontextmanager
async def ahead(source: AsyncIterator, size: int) -> AsyncIterator:
    queue = asyncio.Queue(maxsize=size)
    async with asyncio.TaskGroup() as group:
        feeding = group.create_task(feed(source, queue))
        yield each(queue)
        feeding.cancel()


# --8<-- [end:ahead]
async def main() -> None:
    async with ahead(levels(), size=2) as reports:
        async for level in reports:
            await asyncio.sleep(0.1)  # the database
            print("stored", level)


asyncio.run(main())
