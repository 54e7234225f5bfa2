# /// script
# requires-python = ">=3.8"
# ///
from collections.abc import Iterator
from inspect import isgenerator
from io import StringIO


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Shelf:
    def __iter__(self) -> Iterator:
        yield "tea"
        yield "salt"


jars = ["tea", "salt"]
one, two = iter(jars), iter(jars)
seen = [next(one), next(one), next(two)]
verdict(
    "C021",
    it_gives_the_elements_in_turn=seen[:2] == jars,
    each_has_a_place_of_its_own=seen[2] == "tea",
)
iterators = one, iter({1: 2}), map(len, jars), StringIO("tea"), iter(Shelf())
themselves = [iter(iterator) is iterator for iterator in iterators]
verdict(
    "C024", five_kinds_do=all(themselves), a_list_does_not=iter(jars) != jars
)
shelf = Shelf()
pairs = [(first, second) for first in shelf for second in shelf]
verdict(
    "C027",
    its_iterator_is_a_generator=isgenerator(iter(shelf)),
    each_loop_has_its_own=len(pairs) == 4,
)
