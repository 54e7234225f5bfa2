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
    for seat in await asyncio.gather(*[book(leg) for leg in TRIP]):
        print("got", seat)


# --8<-- [end:main]
asyncio.run(main())
