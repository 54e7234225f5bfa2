import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


async def read(gauge: str, seconds: float, out: asyncio.Queue) -> None:
    for number in range(2):
        await asyncio.sleep(seconds)
        await out.put((gauge, 212 + number))
    if gauge == "weir":
        raise OSError("weir: washed away")


# --8<-- [start:merged]
@asynccontextmanager
async def merged() -> AsyncIterator[asyncio.Queue]:
    out = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(read("mill", 0.25, out), name="mill")
        group.create_task(read("weir", 0.05, out), name="weir")
        yield out


async def main() -> None:
    try:
        async with merged() as reports:
            for _ in range(4):
                gauge, level = await reports.get()
                print("publish", gauge, level)
                await asyncio.sleep(0.1)
    except* OSError as group:
        print("main hears:", group.exceptions)


# --8<-- [end:merged]
asyncio.run(main())
