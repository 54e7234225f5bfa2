# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import AsyncIterator


async def with_fee(price: int) -> int:
    await asyncio.sleep(0.1)  # asks the price server
    return price + 3


async def by_area(side: int) -> int:
    return await with_fee(side * side)


async def price_list() -> AsyncIterator[int]:
    for side in (1, 2, 3, 4):
        yield await by_area(side)


async def main() -> None:
    async for price in price_list():
        print(price)


asyncio.run(main())
