# /// script
# requires-python = ">=3.14"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
from concurrent.futures import InterpreterPoolExecutor
from itertools import permutations


def plan(van: int) -> float:
    """Try every order of eight stops; return the shortest tour."""
    stops = [complex(van * n % 5, n) for n in range(1, 9)]
    tours = ((0, *order) for order in permutations(stops))
    return min(sum(abs(t[n] - t[n - 1]) for n in range(9)) for t in tours)


if __name__ == "__main__":
    with InterpreterPoolExecutor(2) as pool:
        for van, tour in enumerate(pool.map(plan, (1, 2)), 1):
            print(f"van {van}: {tour:.1f} km")
