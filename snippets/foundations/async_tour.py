# /// script
# requires-python = ">=3.9"
# ///
import asyncio
from collections.abc import AsyncIterator


async def tour() -> AsyncIterator[str]:
    for room in ("hall", "library"):
        await asyncio.sleep(0.1)  # walk there
        yield room


async def main() -> None:
    async for room in tour():
        print(room)


asyncio.run(main())
try:
    next(tour())
except TypeError as error:
    print("TypeError:", error)
