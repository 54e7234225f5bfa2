import asyncio
import sys
import time

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    return leg


async def row(way: str) -> None:
    got, started = [], time.perf_counter()
    legs = [book(leg) for leg in TRIP]
    if way == "gather":
        for leg in await asyncio.gather(*legs):
            got.append((leg, time.perf_counter() - started))
    elif way == "wait":
        for task in (await asyncio.wait(map(asyncio.create_task, legs)))[0]:
            got.append((task.result(), time.perf_counter() - started))
        got.sort()  # from a set
    elif way == "as_completed":
        for coming in asyncio.as_completed(legs):
            got.append((await coming, time.perf_counter() - started))
    elif way == "async for":
        async for task in asyncio.as_completed(legs):
            got.append((task.result(), time.perf_counter() - started))
    else:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(leg) for leg in legs]
        for task in tasks:
            got.append((task.result(), time.perf_counter() - started))
    print(f"{way:15}", *[f"{leg} {at:.1f} s" for leg, at in got], sep="   ")


for way in ("gather", "wait", "as_completed", "async for", "TaskGroup"):
    if way != "async for" or sys.version_info >= (3, 13):
        asyncio.run(row(way))
