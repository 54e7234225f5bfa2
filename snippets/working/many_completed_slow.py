import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    return f"a seat on the {leg}"


# --8<-- [start:main]
async def main() -> None:
    tasks = [asyncio.create_task(book(leg)) for leg in TRIP]
    try:
        for coming in asyncio.as_completed(tasks, timeout=0.25):
            print("got", await coming)
    except TimeoutError:
        print("too late")
    await asyncio.sleep(0.2)  # the program goes on


# --8<-- [end:main]
asyncio.run(main())
