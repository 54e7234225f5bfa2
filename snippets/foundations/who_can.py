# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path


def tour() -> Iterator[str]:
    yield "hall"


def yes(answer: bool) -> str:
    return f"{'yes' if answer else '-':<10}"


with Path(__file__).open() as text:
    things = [["hall"], ("hall",), "hall", range(3)]
    things += [{"hall": 4}, {"hall"}, text, tour(), iter(["hall"])]
    print(f"{'':<15}iterable  iterator  thing[…]  sequence")
    for thing in things:
        print(
            f"{type(thing).__name__:<15}"
            + yes(isinstance(thing, Iterable))
            + yes(isinstance(thing, Iterator))
            + yes(hasattr(thing, "__getitem__"))
            + yes(isinstance(thing, Sequence)).rstrip()
        )
    print("a dict by key:", {"hall": 4}["hall"])
