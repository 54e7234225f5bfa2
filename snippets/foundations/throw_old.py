# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


def tour() -> Iterator[str]:
    while True:
        try:
            yield "hall"
        except ValueError as error:
            yield f"caught {error}"


visit = tour()
next(visit)
print("one argument:", visit.throw(ValueError("a question")))
next(visit)
print("three arguments:", visit.throw(ValueError, "a question", None))
