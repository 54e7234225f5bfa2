import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager


async def listen() -> None:
    try:
        while True:
            print("radio: nothing")
            await asyncio.sleep(0.2)
    finally:
        print("radio: switched off")


# --8<-- [start:background]
@asynccontextmanager
async def background(*works: Coroutine) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work) for work in works]
        yield
        for task in tasks:
            task.cancel()


async def main() -> None:
    async with background(listen()):
        await asyncio.sleep(0.5)  # the work of the day
        print("main: the hut closes")
    print("main: good night")


# --8<-- [end:background]
asyncio.run(main())
