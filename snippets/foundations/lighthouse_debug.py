# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# browser = "names a line inside asyncio, which in a browser is another"
# ///
import asyncio
import time


async def lamp() -> None:
    before = time.perf_counter()
    for _ in range(5):
        now = time.perf_counter()
        print(f"flash, dark for {now - before:.2f} s")
        before = now
        await asyncio.sleep(0.2)


def harbour_office() -> str:  # a library, it knows nothing of asyncio
    time.sleep(0.4)
    return "high water at noon"


async def tides() -> None:
    await asyncio.sleep(0.3)
    print(harbour_office())


async def main() -> None:
    await asyncio.gather(lamp(), tides())


# --8<-- [start:run]
asyncio.run(main(), debug=True)
# --8<-- [end:run]
