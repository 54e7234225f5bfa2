# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Generator


def headcount() -> Generator[int, int, None]:
    inside = 0
    while True:
        change = yield inside
        inside += change


door = headcount()
print("at first:", next(door))  # runs to the first yield
print("4 come in:", door.send(4))
print("7 come in:", door.send(7))
print("3 leave:", door.send(-3))

try:
    headcount().send(4)
except TypeError as error:
    print("TypeError:", error)
