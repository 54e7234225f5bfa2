# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Generator


def tour() -> Generator[str, None, int]:
    yield "hall"
    return 4


visit = tour()
print(next(visit))
try:
    next(visit)
except StopIteration as end:
    print("StopIteration, with the value", end.value)
print("with a default:", next(visit, "nothing left"))
