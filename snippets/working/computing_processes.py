# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import multiprocessing
from itertools import permutations


def plan(van: int) -> float:
    """Try every order of eight stops; return the shortest tour."""
    stops = [complex(van * n % 5, n) for n in range(1, 9)]
    tours = ((0, *order) for order in permutations(stops))
    return min(sum(abs(t[n] - t[n - 1]) for n in range(9)) for t in tours)


if __name__ == "__main__":
    vans = [
        multiprocessing.Process(target=plan, args=(van,)) for van in (1, 2)
    ]
    for van in vans:
        van.start()
    for van in vans:
        van.join()
    print("both vans have a tour")
