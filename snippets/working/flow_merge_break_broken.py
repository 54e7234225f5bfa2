import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing


# --8<-- [start:main]
async def levels() -> AsyncIterator[int]:
    async with asyncio.TaskGroup() as group:
        while True:
            yield await group.create_task(asyncio.sleep(0.05, 212))


async def main() -> None:
    async with aclosing(levels()) as reports:
        async for level in reports:
            print("first report:", level)
            break
    print("after the block")


# --8<-- [end:main]
try:
    asyncio.run(main())
except BaseExceptionGroup as group:
    print(group)
    print(group.exceptions)
