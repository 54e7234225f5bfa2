import asyncio


async def price(loaves: int) -> int:
    await asyncio.sleep(0.1)  # asks the till
    return 3 * loaves


def bill() -> str:
    return f"{asyncio.run(price(2))} coins"  # no loop runs yet: start one


print(bill())
