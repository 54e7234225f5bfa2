# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L16: a plain function as a coroutine"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# ///
import asyncio


@asyncio.coroutine
def with_fee(price):  # no yield: a plain function
    return price + 3


@asyncio.coroutine
def by_area(side):
    return (yield from with_fee(side * side))


@asyncio.coroutine
def price_list():
    for side in (1, 2, 3, 4):
        print((yield from by_area(side)))


loop = asyncio.get_event_loop()
loop.run_until_complete(price_list())
loop.close()
