import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager


async def listen() -> None:
    await asyncio.sleep(0.2)
    raise OSError("the battery is empty")


@asynccontextmanager
async def background(*works: Coroutine) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work) for work in works]
        yield
        for task in tasks:
            task.cancel()


# --8<-- [start:fails]
async def main() -> None:
    try:
        async with background(listen()):
            await asyncio.sleep(0.5)
            print("main: the hut closes")
    except* OSError as group:
        print("main: no day like this,", *group.exceptions)


# --8<-- [end:fails]
asyncio.run(main())
