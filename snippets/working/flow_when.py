# /// script
# requires-python = ">=3.10"
# ///
import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

kept = []


async def levels(gauge: str) -> AsyncGenerator[int, None]:
    mine = asyncio.current_task()
    try:
        yield 212
    finally:
        same = asyncio.current_task() is mine
        print(f"  {gauge} closed, in the task that opened it: {same}")


async def main() -> None:
    print("1. break, and nobody holds the generator")
    async for _ in levels("mill"):
        break
    print("  after the loop")
    await asyncio.sleep(0.05)

    print("2. break, and a list holds it")
    kept.append(levels("bridge"))
    async for _ in kept[0]:
        break
    print("  after the loop")
    await asyncio.sleep(0.05)

    print("3. aclosing")
    async with aclosing(levels("weir")) as third:
        async for _ in third:
            break
    print("  after the block\nmain ends")


asyncio.run(main())
