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
from statistics import median
from typing import Callable


def in_threads(parcels: int) -> None:
    waiting = [
        threading.Thread(target=time.sleep, args=(0.1,))
        for _ in range(parcels)
    ]
    for thread in waiting:
        thread.start()
    for thread in waiting:
        thread.join()


def in_tasks(parcels: int) -> None:
    async def all_of_them() -> None:
        await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(parcels)))

    asyncio.run(all_of_them())


def measure(engine: Callable, parcels: int) -> None:
    took = []
    for _ in range(5):
        started = time.perf_counter()
        engine(parcels)
        took.append(time.perf_counter() - started)
    spread = f"{min(took):.3f} s to {max(took):.3f} s"
    print(f"{parcels} {engine.__name__}: {median(took):.3f} s ({spread})")


for parcels in (5, 500):
    for engine in (in_threads, in_tasks):
        measure(engine, parcels)
