# /// script
# requires-python = ">=3.8"
# ///
from collections.abc import Iterable


class Museum:
    def __getitem__(self, number: int) -> str:
        print(f"(room {number}?)")
        if number >= 2:
            raise IndexError("no such room")
        return ["hall", "library"][number]


class Closed(Museum):
    __iter__ = None


print(list(Museum()))
print("Iterable, says isinstance:", isinstance(Museum(), Iterable))
try:
    iter(Closed())
except TypeError as error:
    print("TypeError:", error)
