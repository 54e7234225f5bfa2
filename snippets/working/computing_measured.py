# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# ///
import asyncio
import time
from concurrent import futures
from statistics import median
from typing import Callable, Iterable


def plan(van: int) -> int:
    return sum(van * stop % 7 for stop in range(80_000))


async def in_tasks(job: Callable, vans: Iterable) -> None:
    async def one(van: int) -> int:
        return job(van)

    await asyncio.gather(*map(one, vans))


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
    measure("asyncio", lambda *job: [asyncio.run(in_tasks(*job))])
    for name in ("Thread", "Process", "Interpreter"):
        pool_class = getattr(futures, name + "PoolExecutor", None)
        if pool_class:  # no interpreters before Python 3.14
            started = time.perf_counter()
            with pool_class(2) as pool:
                list(pool.map(abs, range(12)))
                start = f", started in {time.perf_counter() - started:.2f} s"
                measure(f"{name} pool", pool.map, start)
