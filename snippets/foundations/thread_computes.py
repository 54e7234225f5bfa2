# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs a thread that runs beside the loop"
# ///
import asyncio
import time
from collections.abc import Callable


# --8<-- [start:work]
def wait() -> None:
    time.sleep(0.15)


def compute_in_python() -> None:
    sum(number * number for number in range(2_500_000))


def compute_in_c() -> None:
    sum(range(15_000_000))  # one long call


# --8<-- [end:work]
async def flashes_during(work: Callable) -> int:
    twice = asyncio.gather(asyncio.to_thread(work), asyncio.to_thread(work))
    flashes = 0
    while not twice.done():
        await asyncio.sleep(0.01)
        flashes += 1
    return flashes


for work in (wait, compute_in_python, compute_in_c):
    started, used = time.perf_counter(), time.process_time()
    flashes = asyncio.run(flashes_during(work))
    took = time.perf_counter() - started
    busy = (time.process_time() - used) / took
    print(f"twice {work.__name__}: {took:.2f} s")
    print("  more than one processor at work:", busy > 1.3)
    print("  the lamp went on flashing:", flashes > 4)
