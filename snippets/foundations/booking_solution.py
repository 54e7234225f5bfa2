import asyncio
import time

REPLY = {"van": 0.2, "ship": 0.3, "bike": 0.1}  # seconds
PRICES = {"van": 9, "ship": 5, "bike": 12}  # euros


async def ask(carrier: str) -> int:
    await asyncio.sleep(REPLY[carrier])
    return PRICES[carrier]


async def address(customer: str) -> str:
    await asyncio.sleep(0.2)  # a database
    return f"{customer}, 5 Harbour Road"


async def book(carrier: str, to: str) -> None:
    await asyncio.sleep(0.1)
    print(f"the {carrier} goes to {to}")


# --8<-- [start:main]
async def main() -> None:
    async with asyncio.TaskGroup() as group:
        to = group.create_task(address("Ann"))
        quotes = {
            carrier: group.create_task(ask(carrier)) for carrier in REPLY
        }
    prices = {carrier: quote.result() for carrier, quote in quotes.items()}
    cheapest = min(prices, key=prices.__getitem__)
    await book(cheapest, to.result())


# --8<-- [end:main]
started = time.perf_counter()
asyncio.run(main())
took = time.perf_counter() - started
print(f"took {took:.2f} s, under 0.65 s:", took < 0.65)
