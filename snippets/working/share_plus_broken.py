# /// script
# requires-python = ">=3.8"
# ///
import asyncio

till = {"one line": 0, "two lines": 0}


async def pay(coins: int) -> int:
    await asyncio.sleep(0)  # a bank would take longer
    return coins


async def sell_in_one_line() -> None:
    till["one line"] += await pay(1)


async def sell_in_two_lines() -> None:
    coins = await pay(1)
    till["two lines"] += coins


async def main() -> None:
    await asyncio.gather(*(sell_in_one_line() for _ in range(100)))
    await asyncio.gather(*(sell_in_two_lines() for _ in range(100)))
    for name, coins in till.items():
        print(f"100 cups sold, in {name}: the till has {coins}")


asyncio.run(main())
