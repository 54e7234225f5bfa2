# /// script
# requires-python = ">=3.11"
# [tool.executed]
# lane = "quiet"
# ///
import asyncio
import time

SECONDS = (0.1, 0.2, 0.3)


async def report(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def one_by_one() -> None:
    for seconds in SECONDS:
        await report(seconds)


async def tasks_awaited_at_once() -> None:
    for seconds in SECONDS:
        await asyncio.create_task(report(seconds))


async def together() -> None:
    async with asyncio.TaskGroup() as group:
        for seconds in SECONDS:
            group.create_task(report(seconds))


for plan in (one_by_one, tasks_awaited_at_once, together):
    started = time.perf_counter()
    asyncio.run(plan())
    print(f"{plan.__name__}: {time.perf_counter() - started:.2f} s")
