# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


class Museum:
    def __init__(self, visitors: dict[str, int]) -> None:
        self.visitors = visitors

    def __getitem__(self, room: str) -> int:
        return self.visitors[room]

    def __iter__(self) -> Iterator[str]:
        return iter(self.visitors)


museum = Museum({"hall": 4, "library": 9})
print("in the hall:", museum["hall"])
print(list(museum))
