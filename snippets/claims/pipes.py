# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def work() -> None:
    global most
    busy.append("stage")
    most = max(most, len(busy))
    await asyncio.sleep(0.02)
    busy.pop()


async def square(side: int) -> int:
    await work()
    return side * side


async def price(side: int) -> int:
    area = await square(side)
    await work()
    return area + 3


async def prices() -> list:
    return [await price(side) for side in range(4)]


busy, most = [], 0
right = asyncio.run(prices()) == [3, 4, 7, 12]
verdict("C066", the_result_of_square_came=right)
verdict("C107", values_flow_through=right, stages_overlap=most > 1)
verdict("C114", it_works=right)
