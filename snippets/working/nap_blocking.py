# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L18: the exercise, a sleep that blocks"
# ///
import asyncio
import time


async def nap(seconds: float) -> None:
    time.sleep(seconds)


async def main() -> None:
    started = time.perf_counter()
    await asyncio.gather(nap(0.3), nap(0.3), nap(0.3))
    print(f"three naps of 0.3 s took {time.perf_counter() - started:.1f} s")


asyncio.run(main())
