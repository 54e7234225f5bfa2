# /// script
# requires-python = ">=3.9"
# ///
import inspect
from collections.abc import Iterator
from itertools import count, islice


def room_numbers() -> Iterator[int]:
    number = 1
    while True:
        yield number
        number += 1


def three_rooms() -> Iterator[int]:
    yield from (1, 2, 3)


print("generator, without end:", list(islice(room_numbers(), 5)))
print("generator, with an end:", list(three_rooms()))
print("no generator, without end:", list(islice(count(1), 5)))
print("count(1) is a generator:", inspect.isgenerator(count(1)))
