# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import asyncio
import time

TIMES = 20_000


def call() -> str:
    return "blue"


async def observe() -> str:
    return "blue"


async def main() -> None:
    started = time.perf_counter()
    for _ in range(TIMES):
        call()
    called = time.perf_counter()
    for _ in range(TIMES):
        await observe()
    awaited = time.perf_counter()
    for _ in range(TIMES):
        await asyncio.sleep(0)
    switched = time.perf_counter()
    print(f"a call: {(called - started) / TIMES * 1e9:.0f} ns")
    print(f"await observe(): {(awaited - called) / TIMES * 1e9:.0f} ns")
    print(f"await sleep(0): {(switched - awaited) / TIMES * 1e9:.0f} ns")
    dearer = switched - awaited > 5 * (awaited - called)
    print("the last costs more than five times the second:", dearer)


asyncio.run(main())
