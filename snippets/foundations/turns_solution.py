# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["tour"]
# ///
from collections import deque
from collections.abc import Iterator


def tour(guide: str, rooms: int) -> Iterator[None]:
    for room in range(1, rooms + 1):
        print(f"{guide} shows room {room}")
        yield
    print(f"{guide} says goodbye")


# --8<-- [start:run_all]
def run_all(tours: list[Iterator[None]]) -> None:
    ready = deque(tours)
    while ready:
        visit = ready.popleft()
        try:
            next(visit)
        except StopIteration:
            continue  # this tour is over
        ready.append(visit)


# --8<-- [end:run_all]
run_all([tour("Amara", 3), tour("Bruno", 1), tour("Chen", 2)])
