# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs processes"
# ///
import time
from concurrent.futures import ProcessPoolExecutor
from typing import Callable


def add_stamp(number: int) -> int:
    return number + 1  # very little work


def clock(a_map: Callable, **options: int) -> float:
    started = time.perf_counter()
    assert sum(a_map(add_stamp, range(500), **options)) == 125_250
    return time.perf_counter() - started


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        clock(pool.map)  # start both processes before the clock counts
        in_turn = min(clock(map) for _ in range(3))
        took = min(clock(pool.map) for _ in range(3))
        big = min(clock(pool.map, chunksize=100) for _ in range(3))
        print(f"one after another: {in_turn * 1000:.2f} ms")
        print(f"in two processes: {took * 1000:.2f} ms")
        print(f"the same, 100 in each message: {big * 1000:.2f} ms")
        print("alone more than ten times as long:", took > 10 * in_turn)
        print("big messages are faster:", big < took)
