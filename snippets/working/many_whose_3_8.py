# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Tuple

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def price(leg: str) -> int:
    await asyncio.sleep(TRIP[leg])
    return 10 * len(leg)


# --8<-- [start:main]
async def named_price(leg: str) -> Tuple[str, int]:
    return leg, await price(leg)


async def main() -> None:
    for coming in asyncio.as_completed([named_price(leg) for leg in TRIP]):
        leg, euros = await coming
        print(leg, "asks", euros, "euros")


# --8<-- [end:main]
asyncio.run(main())
