# /// script
# requires-python = ">=3.8"
# ///
import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def price(leg: str) -> int:
    await asyncio.sleep(TRIP[leg])
    return 10 * len(leg)


# --8<-- [start:main]
async def main() -> None:
    legs = {asyncio.create_task(price(leg)): leg for leg in TRIP}
    for coming in asyncio.as_completed(legs):
        euros = await coming
        print(legs.get(coming, "somebody"), "asks", euros, "euros")


# --8<-- [end:main]
asyncio.run(main())
