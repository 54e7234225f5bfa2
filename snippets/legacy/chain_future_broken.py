# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import itertools

loop = asyncio.new_event_loop()


# --8<-- [start:chain]
def with_fee(price):
    future = loop.create_future()
    future.set_result(price + 3)
    return future


def by_area(side):
    yield from with_fee(side * side)


def price_list():
    for side in itertools.count(1):
        if side > 100_000:
            raise TimeoutError("100,000 prices made, and none came out")
        yield from by_area(side)


# --8<-- [end:chain]
# --8<-- [start:run]
for drive in (next, loop.run_until_complete):
    try:
        print(drive.__name__, "returned", drive(price_list()))
    except (TimeoutError, TypeError) as error:
        print(f"{drive.__name__}: {type(error).__name__}: {error}")
loop.close()
# --8<-- [end:run]
