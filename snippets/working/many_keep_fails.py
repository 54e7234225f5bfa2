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


# --8<-- [start:main]
async def main() -> None:
    bookings = [book(leg) for leg in TRIP]
    for seat in await asyncio.gather(*bookings, return_exceptions=True):
        if isinstance(seat, Exception):
            print("failed:", seat)
        else:
            print("got", seat)
    await asyncio.sleep(0.2)  # the program goes on


# --8<-- [end:main]
asyncio.run(main())
