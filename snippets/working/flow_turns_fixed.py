import asyncio
import time
from collections.abc import AsyncIterator


async def levels() -> AsyncIterator[int]:
    for level in (212, 215, 221):
        await asyncio.sleep(0.1)  # until the gauge reports
        yield level


async def publish(level: int) -> None:
    await asyncio.sleep(0.2)  # to the web page
    print("published", level)


# --8<-- [start:main]
async def main() -> None:
    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        async for level in levels():
            group.create_task(publish(level))
    took = time.perf_counter() - started
    print(f"{took:.2f} s, as long as 3 × (0.1 + 0.2): {took >= 0.89}")


# --8<-- [end:main]
asyncio.run(main())
