# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Awaitable


async def observe(star: str) -> str:
    await asyncio.sleep(0.1)
    return f"{star} is blue"


async def write(place: str, sight: Awaitable[str]) -> str:
    return f"{place}: {await sight}"


# --8<-- [start:main]
async def main() -> None:
    sight = observe("Vega")
    writers = write("logbook", sight), write("letter", sight)
    for result in await asyncio.gather(*writers, return_exceptions=True):
        print(repr(result))
    # --8<-- [end:main]


asyncio.run(main())
