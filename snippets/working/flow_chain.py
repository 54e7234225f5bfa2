import asyncio
import time
from collections.abc import AsyncIterator


# --8<-- [start:chain]
async def measured() -> AsyncIterator[int]:
    for level in (212, 215, 221, 220):
        await asyncio.sleep(0.1)  # the gauge
        yield level


async def checked(levels: AsyncIterator[int]) -> AsyncIterator[int]:
    async for level in levels:
        await asyncio.sleep(0.1)  # compare it with other gauges
        yield level


async def store(levels: AsyncIterator[int]) -> None:
    async for level in levels:
        await asyncio.sleep(0.1)  # the database
        print("stored", level)


async def main() -> None:
    started = time.perf_counter()
    await store(checked(measured()))
    print(f"{time.perf_counter() - started:.2f} s")


# --8<-- [end:chain]
asyncio.run(main())
