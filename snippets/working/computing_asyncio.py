# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# ///
import asyncio
from itertools import permutations


def plan(van: int) -> float:
    """Try every order of eight stops; return the shortest tour."""
    stops = [complex(van * n % 5, n) for n in range(1, 9)]
    tours = ((0, *order) for order in permutations(stops))
    return min(sum(abs(t[n] - t[n - 1]) for n in range(9)) for t in tours)


async def plan_in_task(van: int) -> None:
    print(f"van {van}: {plan(van):.1f} km")


async def main() -> None:
    await asyncio.gather(plan_in_task(1), plan_in_task(2))


if __name__ == "__main__":
    asyncio.run(main())
