import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

busy = False


async def levels(reports: list[int]) -> AsyncIterator[int]:
    global busy
    if busy:
        raise ConnectionError("the line is busy")
    busy = True
    print("line open")
    try:
        for level in reports:
            await asyncio.sleep(0.05)
            yield level
    finally:
        print("ring off")
        await asyncio.sleep(0.05)
        busy = False
        print("line closed")


# --8<-- [start:watch]
async def first_over(limit: int) -> int:
    async with aclosing(levels([212, 225, 231])) as reports:
        async for level in reports:
            if level > limit:
                break
    return level


# --8<-- [end:watch]
async def main() -> None:
    print("over 220:", await first_over(220))
    print("over 230:", await first_over(230))


asyncio.run(main())
