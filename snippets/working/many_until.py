# /// script
# requires-python = ">=3.8"
# ///
import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    if leg == "ferry":
        raise LookupError("the ferry is full")
    return f"a seat on the {leg}"


async def main() -> None:
    for until in "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED":
        tasks = {asyncio.create_task(book(leg), name=leg) for leg in TRIP}
        done, pending = await asyncio.wait(tasks, return_when=until)
        print(until)
        print("  done:", *sorted(task.get_name() for task in done))
        print("  pending:", *sorted(task.get_name() for task in pending))
        await asyncio.gather(*tasks, return_exceptions=True)  # the rest


asyncio.run(main())
