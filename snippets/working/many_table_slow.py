import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str, ended: list[str]) -> str:
    await asyncio.sleep(TRIP[leg])
    ended.append(leg)
    return leg


async def row(way: str, ended: list[str], got: list, seen: str = "-") -> None:
    legs = [book(leg, ended) for leg in TRIP]
    try:
        if way in ("gather", "gather, keep"):
            async with asyncio.timeout(0.25):
                keep = "keep" in way
                got += await asyncio.gather(*legs, return_exceptions=keep)
        elif way == "wait":
            tasks = [asyncio.create_task(leg) for leg in legs]
            done, _ = await asyncio.wait(tasks, timeout=0.25)
            got += sorted(task.result() for task in done)
        elif way == "as_completed":
            for coming in asyncio.as_completed(legs, timeout=0.25):
                got.append(await coming)
        else:
            async with asyncio.timeout(0.25), asyncio.TaskGroup() as group:
                tasks = [group.create_task(leg) for leg in legs]
            got += [task.result() for task in tasks]
    except TimeoutError:
        seen = "TimeoutError"
    await asyncio.sleep(0.1)  # who goes on?
    cells = got, [seen], TRIP.keys() - ended, sorted({*ended} - {*got})
    print(f"{way:12}", *[f"{' '.join(cell) or '-':14}" for cell in cells])


print("             you get        you see        cancelled      unseen")
for way in "gather", "gather, keep", "wait", "as_completed", "TaskGroup":
    asyncio.run(row(way, [], []))
