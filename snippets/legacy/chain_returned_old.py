# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L15: a chain of generators that ends in a future"
# [[tool.executed.on]]
# python = ">=3.12"
# returncode = 1
# ///
import asyncio

loop = asyncio.new_event_loop()


def with_fee(price):
    future = loop.create_future()
    future.set_result(price + 3)
    return future


def by_area(side):
    return (yield from with_fee(side * side))


for side in (1, 2, 3, 4):
    print(loop.run_until_complete(by_area(side)))
loop.close()
