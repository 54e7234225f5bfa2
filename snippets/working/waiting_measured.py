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
    time.sleep(0.1)


def asyncio_map(job: Callable, parcels: Iterable) -> list:
    async def all_of_them() -> list:
        return await asyncio.gather(*(asyncio.sleep(0.1) for _ in parcels))

    return asyncio.run(all_of_them())


def measure(engine: str, a_map: Callable, start: str = "") -> None:
    times = repeat(lambda: list(a_map(track, PARCELS)), number=1, repeat=5)
    fastest, _, middle, _, slowest = sorted(times)
    spread = f"{fastest:.2f} s to {slowest:.2f} s"
    print(f"{engine}: {middle:.2f} s ({spread}){start}")


if __name__ == "__main__":
    measure("one after another", map)
    measure("asyncio", asyncio_map)
    for name in ("Thread", "Process", "Interpreter"):
        if not hasattr(futures, name + "PoolExecutor"):
            continue  # no interpreters before Python 3.14
        started = time.perf_counter()
        with getattr(futures, name + "PoolExecutor")(5) as pool:
            list(pool.map(time.sleep, [0.1] * 5))  # all start
            took = time.perf_counter() - started - 0.1
            measure(f"{name} pool", pool.map, f", started in {took:.2f} s")
