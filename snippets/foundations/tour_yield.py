# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L01b: the same with `yield`"
# ///
from typing import Iterator


def tour() -> Iterator[str]:
    print("(the guide opens the door)")
    yield "the hall"


visit = tour()
print("tour() gave a", type(visit).__name__)
print("next() gave:", next(visit))
