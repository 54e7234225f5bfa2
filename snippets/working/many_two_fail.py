import asyncio

TRIP = {"train": 0.2, "ferry": 0.1}  # seconds until they answer


async def book(leg: str) -> None:
    try:
        await asyncio.sleep(TRIP[leg])
    except asyncio.CancelledError:
        print("  cancelled:", leg)
        raise
    print("  fails:", leg)
    raise LookupError(f"the {leg} is full")


# --8<-- [start:ways]
async def by_gather() -> None:
    await asyncio.gather(*[book(leg) for leg in TRIP])


async def by_group() -> None:
    async with asyncio.TaskGroup() as group:
        for leg in TRIP:
            group.create_task(book(leg))


async def main() -> None:
    for way in by_gather, by_group:
        print(way.__name__)
        try:
            await way()
        except* LookupError as errors:
            print("  seen:", *errors.exceptions)
        await asyncio.sleep(0.2)  # what else happens?


# --8<-- [end:ways]
asyncio.run(main())
