# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import List


async def with_fee(price: int) -> int:
    return price + 3


async def by_area(side: int) -> int:
    return await with_fee(side * side)


async def price_list() -> List[int]:
    return [await by_area(side) for side in (1, 2, 3, 4)]


print(asyncio.run(price_list()))
