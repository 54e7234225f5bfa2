import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


async def blink() -> None:
    while True:
        print("*")
        await asyncio.sleep(0.2)


# --8<-- [start:lamp]
@asynccontextmanager
async def lamp() -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(blink())
        yield
        task.cancel()


# --8<-- [end:lamp]
async def main() -> None:
    async with lamp():
        await asyncio.sleep(0.5)
        print("the top!")
    await asyncio.sleep(0.4)
    print("home")


asyncio.run(main())
