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
from itertools import permutations
from timeit import repeat
from typing import Callable, Iterable


def plan(van: int) -> float:
    stops = [complex(van * n % 5, n) for n in range(1, 8)]
    tours = [(0, *order) for order in permutations(stops)]
    return min(sum(abs(t[n] - t[n - 1]) for n in range(8)) for t in tours)


async def in_tasks(vans: Iterable) -> list:
    async def one(van: int) -> float:
        return plan(van)

    return await asyncio.gather(*map(one, vans))


# --8<-- [start:measure]
def measure(engine: str, a_map: Callable, start: str = "") -> None:
    times = repeat(lambda: list(a_map(plan, range(6))), number=1, repeat=3)
    low, middle, high = sorted(times)
    print(f"{engine}: {middle:.3f} s ({low:.3f} s to {high:.3f} s){start}")


if __name__ == "__main__":
    measure("one after another", map)
    measure("asyncio", lambda _, vans: asyncio.run(in_tasks(vans)))
    for name in ("Thread", "Process", "Interpreter"):
        if not hasattr(futures, name + "PoolExecutor"):
            continue  # no interpreters before Python 3.14
        started = time.perf_counter()
        with getattr(futures, name + "PoolExecutor")(2) as pool:
            list(pool.map(time.sleep, [0.1] * 2))  # all start
            took = time.perf_counter() - started - 0.1
            measure(f"{name} pool", pool.map, f", started in {took:.2f} s")
# --8<-- [end:measure]
