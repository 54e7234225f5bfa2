import asyncio


async def price(loaves: int) -> int:
    await asyncio.sleep(0.1)  # asks the till
    return 3 * loaves


async def bill() -> str:
    return f"{await price(2)} coins"  # await it


print(asyncio.run(bill()))
