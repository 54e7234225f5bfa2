# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


# --8<-- [start:class]
class Walk:
    """An iterator: it knows how far it has come."""

    def __init__(self, rooms: list[str]) -> None:
        self.rooms = rooms
        self.position = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.position == len(self.rooms):
            raise StopIteration
        self.position += 1
        return self.rooms[self.position - 1]


walk = Walk(["hall", "library"])
print("walk:  ", list(walk), "then", list(walk))


# --8<-- [end:class]
# --8<-- [start:generator]
class Museum:
    """An iterable: each walk through it begins anew."""

    def __init__(self, rooms: list[str]) -> None:
        self.rooms = rooms

    def __iter__(self) -> Iterator[str]:
        for room in self.rooms:
            yield f"the {room}"


museum = Museum(["hall", "library"])
print("museum:", list(museum), "then", list(museum))
# --8<-- [end:generator]
