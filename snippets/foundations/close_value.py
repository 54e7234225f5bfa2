# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Generator


def headcount() -> Generator[None, int, int]:
    inside = 0
    try:
        while True:
            inside += yield
    except GeneratorExit:
        return inside


door = headcount()
next(door)
door.send(4)
door.send(7)
print("close() gives:", door.close())
