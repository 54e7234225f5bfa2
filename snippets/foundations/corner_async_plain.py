import asyncio
import time


def price(loaves: int) -> int:
    return 3 * loaves


def slow_price(loaves: int) -> int:
    time.sleep(0.1)  # asks the till, and blocks
    return 3 * loaves


async def bill() -> str:
    quick = price(2)  # call it
    slow = await asyncio.to_thread(slow_price, 3)  # send it to a thread
    return f"{quick + slow} coins"


print(asyncio.run(bill()))
