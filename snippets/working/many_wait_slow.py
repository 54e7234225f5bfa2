# /// script
# requires-python = ">=3.8"
# ///
import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    return f"a seat on the {leg}"


# --8<-- [start:main]
async def main() -> None:
    tasks = [asyncio.create_task(book(leg)) for leg in TRIP]
    done, pending = await asyncio.wait(tasks, timeout=0.25)
    for task in tasks:
        if task in done:
            print("got", task.result())
    print("too late:", len(pending))
    await asyncio.sleep(0.2)  # the program goes on


# --8<-- [end:main]
asyncio.run(main())
