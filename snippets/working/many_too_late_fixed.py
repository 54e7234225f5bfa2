# /// script
# requires-python = ">=3.8"
# ///
import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> None:
    await asyncio.sleep(TRIP[leg])
    print("  paid for the", leg)


# --8<-- [start:main]
async def main() -> None:
    tasks = [asyncio.create_task(book(leg)) for leg in TRIP]
    done, pending = await asyncio.wait(tasks, timeout=0.15)
    print("in time:", len(done), "- too late:", len(pending))
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)  # until they have really ended
    await asyncio.sleep(0.2)  # the program goes on


# --8<-- [end:main]
asyncio.run(main())
