# /// script
# requires-python = ">=3.8"
# [[tool.executed.on]]
# python = "<3.13"
# returncode = 1
# ///
import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def price(leg: str) -> int:
    await asyncio.sleep(TRIP[leg])
    return 10 * len(leg)


# --8<-- [start:main]
async def main() -> None:
    legs = {asyncio.create_task(price(leg)): leg for leg in TRIP}
    async for task in asyncio.as_completed(legs):
        print(legs[task], "asks", task.result(), "euros")


# --8<-- [end:main]
asyncio.run(main())
