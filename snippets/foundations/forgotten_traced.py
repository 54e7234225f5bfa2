# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-awaited"]
# ///
import asyncio
import tracemalloc


async def close_roof() -> None:
    print("the roof is closed")


async def main() -> None:
    at_dawn = close_roof()
    await asyncio.sleep(0.1)
    print("good night, have a", type(at_dawn).__name__)


# --8<-- [start:traced]
tracemalloc.start()
asyncio.run(main())
# --8<-- [end:traced]
