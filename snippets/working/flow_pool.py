import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress


@asynccontextmanager
async def pool(*lines: str) -> AsyncIterator[asyncio.Queue]:
    free = asyncio.Queue()
    async with AsyncExitStack() as stack:
        for line in lines:
            stack.callback(print, "close", line)
            free.put_nowait(line)
        yield free


@asynccontextmanager
async def lease(free: asyncio.Queue) -> AsyncIterator[str]:
    line = await free.get()  # waits while all are in use
    try:
        yield line
    finally:
        free.put_nowait(line)


async def ask(free: asyncio.Queue, gauge: str, seconds: float) -> None:
    with suppress(TimeoutError):
        async with lease(free) as line, asyncio.timeout(0.3):
            print(line, "to the", gauge)
            await asyncio.sleep(seconds)
            print(gauge, "has answered")


async def main() -> None:
    async with pool("line 1", "line 2") as free, asyncio.TaskGroup() as group:
        for job in ("mill", 0.1), ("weir", 9), ("ferry", 0.25), ("bay", 0.1):
            group.create_task(ask(free, *job), name=job[0])


asyncio.run(main())
