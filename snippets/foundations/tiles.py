# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator
from itertools import count


# --8<-- [start:chain]
def with_spare(tiles: int) -> Iterator[int]:
    yield tiles + 3


def for_floor(side: int) -> Iterator[int]:
    yield from with_spare(side * side)


def orders() -> Iterator[int]:
    for side in count(1):
        yield from for_floor(side)


# --8<-- [end:chain]
order = orders()
for side in range(1, 6):
    print(f"a floor of {side} by {side}: {next(order)} tiles")

standing = order
while standing is not None:
    print("paused:", standing.__name__)
    standing = standing.gi_yieldfrom
