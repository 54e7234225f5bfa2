# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = 1
# ///
import asyncio
import itertools


def with_fee(price):
    yield price + 3


def by_area(side):
    yield from with_fee(side * side)


def price_list():
    for side in itertools.count(1):
        yield from by_area(side)


# --8<-- [start:run]
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(price_list())
finally:
    loop.close()
# --8<-- [end:run]
