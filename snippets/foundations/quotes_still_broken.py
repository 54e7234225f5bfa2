# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time

CARRIERS = {"van": 0.2, "ship": 0.3, "bike": 0.1}  # seconds to answer
PRICES = {"van": 9, "ship": 5, "bike": 12}  # euros


async def reply(carrier: str) -> int:
    await asyncio.sleep(CARRIERS[carrier])  # their computer thinks
    return PRICES[carrier]


async def ask(carrier: str) -> int:
    price = await reply(carrier)
    print(f"{carrier}: {price} euros")
    return price


# --8<-- [start:main]
async def main() -> None:
    for carrier in CARRIERS:
        await asyncio.create_task(ask(carrier))


# --8<-- [end:main]
started = time.perf_counter()
asyncio.run(main())
took = time.perf_counter() - started
print(f"took {took:.2f} s, as long as in turn:", took > 0.55)
