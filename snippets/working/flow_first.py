# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import AsyncIterator  # noqa: UP035


async def levels(gauge: str) -> AsyncIterator[int]:
    for level in (212, 215, 221):
        await asyncio.sleep(0.1)  # until the gauge reports
        yield level


async def blink() -> None:
    for _ in range(3):
        await asyncio.sleep(0.05)
        print("  (the lamp blinks)")
        await asyncio.sleep(0.05)


async def main() -> None:
    lamp = asyncio.create_task(blink())
    async for level in levels("mill"):
        print("the river at the mill:", level, "cm")
    await lamp


asyncio.run(main())
