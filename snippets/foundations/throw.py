# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


class Question(Exception):
    pass


def tour() -> Iterator[str]:
    for room in ("hall", "library", "garden"):
        try:
            yield room
        except Question as question:
            yield f"the guide answers: {question}"


visit = tour()
print(next(visit))
print(visit.throw(Question("Who painted this?")))
print(next(visit))
try:
    visit.throw(MemoryError("the guide forgot the way"))
except MemoryError as error:
    print("MemoryError comes back out:", error)
print(next(visit, "the tour is over"))
