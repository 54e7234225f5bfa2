# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import tracemalloc
from collections.abc import Callable, Iterable, Iterator


def as_list(visitors: int) -> list[float]:
    return [0.5 + number for number in range(visitors)]


def as_generator(visitors: int) -> Iterator[float]:
    for number in range(visitors):
        yield 0.5 + number


def peak(fares: Callable[[int], Iterable[float]], visitors: int) -> int:
    tracemalloc.start()
    sum(fares(visitors))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


peak(as_generator, 1)  # warm up
for visitors in (1_000, 10_000, 100_000):
    stored = peak(as_list, visitors)
    lazy = peak(as_generator, visitors)
    print(f"{visitors} visitors: {stored / 1024:,.0f} KiB in a list,", end=" ")
    print(f"{lazy:,} bytes with a generator")
    assert stored > 10 * visitors and lazy < 2_000
