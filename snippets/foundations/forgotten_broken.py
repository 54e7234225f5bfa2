# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-awaited"]
# ///
import asyncio


async def close_roof() -> None:
    print("the roof is closed")


# --8<-- [start:night]
async def main() -> None:
    at_dawn = close_roof()
    await asyncio.sleep(0.1)
    print("good night, have a", type(at_dawn).__name__)


asyncio.run(main())
# --8<-- [end:night]
