# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import types


@types.coroutine
def fee_as_number(price):
    return price + 3


@types.coroutine
def fee_as_awaitable(price):
    return asyncio.sleep(0.1, price + 3)


async def main():
    for fee in (fee_as_awaitable, fee_as_number):
        try:
            print(fee.__name__, "->", await fee(1))
        except TypeError as error:
            print(fee.__name__, "-> TypeError:", error)


asyncio.run(main())
