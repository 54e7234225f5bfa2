import asyncio
from collections.abc import AsyncIterator

busy = False


# --8<-- [start:watch]
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


async def first_over(limit: int) -> int:
    async for level in levels([212, 225, 231]):
        if level > limit:
            break
    return level


# --8<-- [end:watch]
async def main() -> None:
    print("over 220:", await first_over(220))
    print("over 230:", await first_over(230))


try:
    asyncio.run(main())
except ConnectionError as error:
    print("ConnectionError:", error)
