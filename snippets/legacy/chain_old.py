# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L14: a chain of generators, driven by `next`"
# ///
import itertools


# --8<-- [start:chain]
def with_fee(price):
    yield price + 3


def by_area(side):
    yield from with_fee(side * side)


def price_list():
    for side in itertools.count(1):
        yield from by_area(side)


# --8<-- [end:chain]
prices = price_list()
for _ in range(4):
    print(next(prices))
