# /// script
# requires-python = ">=3.8"
# ///
import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    if leg == "ferry":
        raise LookupError("the ferry is full")
    print("  paid for the", leg)
    return f"a seat on the {leg}"


async def main() -> None:
    try:
        seats = await asyncio.gather(*[book(leg) for leg in TRIP])
        print("We go:", *seats)
    except LookupError as error:
        print("We stay at home:", error)
    await asyncio.sleep(0.2)  # the program goes on


asyncio.run(main())
