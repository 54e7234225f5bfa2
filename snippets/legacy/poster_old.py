# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L17: a chain of native coroutines"
# [[tool.executed.on]]
# python = ">=3.14"
# returncode = 1
# ///
import asyncio


async def with_fee(price):
    return price + 3


async def by_area(side):
    return await with_fee(side * side)


async def price_list():
    for side in (1, 2, 3, 4):
        print(await by_area(side))


loop = asyncio.get_event_loop()
loop.run_until_complete(price_list())
loop.close()
