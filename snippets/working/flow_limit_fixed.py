import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing


async def ask() -> int:
    await asyncio.sleep(0.05)
    return 231


# --8<-- [start:levels]
async def levels() -> AsyncIterator[int]:
    for _ in range(3):
        async with asyncio.timeout(0.2):  # for the answer of the gauge
            level = await ask()
        yield level


# --8<-- [end:levels]
async def warn(level: int) -> None:
    try:
        await asyncio.sleep(0.3)  # call all the villages
        print("all villages know:", level)
    except asyncio.CancelledError:
        print("the warning is cut short")
        raise


async def main() -> None:
    try:
        async with aclosing(levels()) as reports:
            async for level in reports:
                await warn(level)
    except TimeoutError:
        print("the gauge is silent")


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("CancelledError ended the program")
