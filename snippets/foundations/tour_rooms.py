# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L02: a generator and `__next__`"
# ///
from typing import Iterator


def tour(visitors: int) -> Iterator[str]:
    seen = []
    for room in ("hall", "library"):
        seen.append(room)
        yield f"{visitors} visitors saw: {seen}"
    print("(the guide locks the door)")


morning, evening = tour(4), tour(9)
print(morning.__next__())  # what next(morning) does
print(next(evening))
print(next(morning))
try:
    next(morning)
except StopIteration:
    print("StopIteration: the morning tour is over")
print(next(evening))
