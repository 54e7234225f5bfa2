# /// script
# requires-python = ">=3.9"
# [tool.executed]
# returncode = 1
# ///
from collections.abc import Iterator


def tour() -> Iterator[str]:
    try:
        yield "hall"
    except GeneratorExit:
        yield "one more room, please"


visit = tour()
print(next(visit))
visit.close()
