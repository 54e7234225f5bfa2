# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# ///
import asyncio
import time
from concurrent import futures
from itertools import permutations
from statistics import median
from typing import Callable, Iterable


# --8<-- [start:plan]
def plan(van: int) -> float:
    """Try every order of seven stops; return the shortest tour."""
    stops = [complex(van * n % 5, n) for n in range(1, 8)]
    tours = [(0, *order) for order in permutations(stops)]
    return min(sum(abs(t[n] - t[n - 1]) for n in range(8)) for t in tours)


# --8<-- [end:plan]
def asyncio_map(job: Callable, vans: Iterable) -> list:
    async def one(van: int) -> float:
        return job(van)

    async def all_of_them() -> list:
        return await asyncio.gather(*map(one, vans))

    return asyncio.run(all_of_them())


# --8<-- [start:measure]
def measure(engine: str, a_map: Callable, before: str = "") -> None:
    took = []
    for _ in range(5):
        started = time.perf_counter()
        list(a_map(plan, range(12)))
        took.append(time.perf_counter() - started)
    spread = f"{min(took):.2f} s to {max(took):.2f} s"
    print(f"{engine}: {median(took):.2f} s ({spread}){before}")


if __name__ == "__main__":
    measure("one after another", map)
    measure("asyncio", asyncio_map)
    for name in ("Thread", "Process", "Interpreter"):
        pool_class = getattr(futures, name + "PoolExecutor", None)
        if pool_class is None:
            print(f"{name} pool: not before Python 3.14")
            continue
        started = time.perf_counter()
        with pool_class(2) as pool:
            list(pool.map(abs, range(12)))
            start = time.perf_counter() - started
            before = f", started in {start:.2f} s"
            measure(f"{name} pool", pool.map, before)
# --8<-- [end:measure]
