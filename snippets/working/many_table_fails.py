import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str, ended: list[str]) -> str:
    await asyncio.sleep(TRIP[leg])
    ended.append(leg)
    if leg == "ferry":
        raise LookupError("full")
    return leg


async def row(way: str, ended: list[str], got: list, seen: str = "-") -> None:
    legs = [book(leg, ended) for leg in TRIP]
    try:
        if way in ("gather", "gather, keep"):
            got += await asyncio.gather(*legs, return_exceptions="keep" in way)
        elif way == "wait":
            done, _ = await asyncio.wait(map(asyncio.create_task, legs))
            got += sorted(str(t.exception() or t.result()) for t in done)
        elif way == "as_completed":
            for coming in asyncio.as_completed(legs):
                got.append(await coming)
        else:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(leg) for leg in legs]
            got += [task.result() for task in tasks]
    except (LookupError, ExceptionGroup) as error:
        seen = type(error).__name__
    await asyncio.sleep(0.1)  # who goes on?
    unseen = [leg for leg in ended if leg not in [*got, "ferry"]]
    cells = got, [seen], TRIP.keys() - ended, unseen
    print(f"{way:12}", *[f"{' '.join(map(str, c)) or '-':14}" for c in cells])


print("             you get        you see        cancelled      unseen")
for way in "gather", "gather, keep", "wait", "as_completed", "TaskGroup":
    asyncio.run(row(way, [], []))
