# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs threads"
# ///
import asyncio
import time
from concurrent import futures
from timeit import repeat
from typing import Callable, Iterable

PARCELS = ("ink", "lamp", "tent", "vase", "skis")


def track(parcel: str) -> None:
    time.sleep(0.02)


def asyncio_map(job: Callable, parcels: Iterable) -> list:
    async def all_of_them() -> list:
        return await asyncio.gather(*(asyncio.sleep(0.02) for _ in parcels))

    return asyncio.run(all_of_them())


def measure(engine: str, a_map: Callable, start: str = "") -> float:
    times = repeat(lambda: list(a_map(track, PARCELS)), number=1, repeat=3)
    low, middle, high = sorted(times)
    print(f"{engine}: {middle:.3f} s ({low:.3f} s to {high:.3f} s){start}")
    return low


if __name__ == "__main__":
    best = [measure("one after another", map), measure("asyncio", asyncio_map)]
    for name in ("Thread", "Process", "Interpreter"):
        if not hasattr(futures, name + "PoolExecutor"):
            continue  # no interpreters before Python 3.14
        started = time.perf_counter()
        with getattr(futures, name + "PoolExecutor")(5) as pool:
            list(pool.map(time.sleep, [0.1] * 5))  # all start
            took = time.perf_counter() - started - 0.1
            start = f", started in {took:.2f} s"
            best.append(measure(f"{name} pool", pool.map, start))
    assert best[0] > 2 * max(best[1:])
