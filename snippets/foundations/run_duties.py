# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import AsyncIterator

kept, loops = [], []


async def tracking() -> None:
    try:
        await asyncio.sleep(60)
    finally:
        print("    tracking: stopped")


async def stars() -> AsyncIterator[str]:
    try:
        yield "Vega"
        yield "Deneb"
    finally:
        print("    stars: put away")


async def night() -> str:
    loops.append(asyncio.get_running_loop())
    kept.append(asyncio.create_task(tracking()))
    kept.append(stars())
    async for star in kept[-1]:
        print("    night: saw", star)
        break
    await asyncio.sleep(0.1)
    print("    night: over")
    return "one star seen"


print("returned:", asyncio.run(night()))
print("returned:", asyncio.run(night()))
print("a new loop each time:", loops[0] is not loops[1])
print("closed:", [loop.is_closed() for loop in loops])
