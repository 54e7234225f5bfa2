# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# memory = 8192
# browser = "needs threads"
# ///
import asyncio
import threading
import time
from timeit import repeat
from typing import Callable


def in_threads(parcels: int) -> None:
    waiting = [
        threading.Thread(target=time.sleep, args=(0.05,))
        for _ in range(parcels)
    ]
    for thread in waiting:
        thread.start()
    for thread in waiting:
        thread.join()


def in_tasks(parcels: int) -> None:
    async def all_of_them() -> None:
        await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(parcels)))

    asyncio.run(all_of_them())


def measure(engine: Callable, parcels: int) -> float:
    took = repeat(lambda: engine(parcels), number=1, repeat=3)
    low, middle, high = sorted(took)
    spread = f"{low:.3f} s to {high:.3f} s"
    print(f"{parcels} {engine.__name__}: {middle:.3f} s ({spread})")
    return low


for parcels in (5, 300):
    times = [measure(engine, parcels) for engine in (in_threads, in_tasks)]
    if parcels == 5:
        assert max(times) < 2 * min(times)
