import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    if leg == "ferry":
        raise LookupError("the ferry is full")
    print("  paid for the", leg)
    return f"a seat on the {leg}"


# --8<-- [start:main]
async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            seats = [group.create_task(book(leg)) for leg in TRIP]
        print("We go:", *[seat.result() for seat in seats])
    except* LookupError as errors:
        print("We stay at home:", *errors.exceptions)
    await asyncio.sleep(0.2)  # the program goes on


# --8<-- [end:main]
asyncio.run(main())
