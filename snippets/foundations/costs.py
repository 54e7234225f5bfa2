# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs processes"
# ///
import asyncio
import timeit
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median

LOOP = "async def repeat(times):\n    for _ in range(times):\n        "
STEPS = {  # what is repeated, and how many times
    "tide()": 50_000,
    "await async_tide()": 50_000,
    "await asyncio.create_task(async_tide())": 2_000,
    "await asyncio.to_thread(tide)": 300,
}


def tide() -> str:
    return "high water at noon"


async def async_tide() -> str:
    return "high water at noon"


def measure(step: str) -> list:
    exec(LOOP + step, globals())
    repeat, n = globals()["repeat"], STEPS[step]
    took = timeit.repeat(lambda: asyncio.run(repeat(n)), number=1, repeat=5)
    return [seconds / n * 1e6 for seconds in took]


if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        costs = {step: pool.submit(measure, step).result() for step in STEPS}
    for step, took in costs.items():
        spread = f"{min(took):.2f} µs to {max(took):.2f} µs"
        print(f"{step}: {median(took):.2f} µs ({spread})")
    _, wait, task, hop = map(min, costs.values())
    print("a task costs more than ten awaits:", task > 10 * wait)
    print("a hop costs more than two tasks:", hop > 2 * task)
