import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    return f"a seat on the {leg}"


# --8<-- [start:main]
async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(book(leg)) for leg in TRIP]
    for task in tasks:
        print("got", task.result())


# --8<-- [end:main]
asyncio.run(main())
