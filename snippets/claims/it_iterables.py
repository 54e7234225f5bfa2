# /// script
# requires-python = ">=3.8"
# ///
from collections.abc import Iterator, Sequence
from inspect import isgenerator
from itertools import count, islice


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Shelf:
    def __iter__(self) -> Iterator:
        return iter(["tea", "salt"])


def looped_over(thing: object) -> list:
    try:
        return [item for item in thing]
    except TypeError:
        return []


full, refused = looped_over(Shelf()) == ["tea", "salt"], not looped_over(5)
verdict("C015", a_shelf_works=full, a_number_is_refused=refused)
common = ["a"], "a", ("a",)
kinds = [isinstance(a, Sequence) and looped_over(a) == ["a"] for a in common]
verdict("C016", lists=kinds[0], texts=kinds[1], tuples=kinds[2])
small = list(islice((item for item in Shelf()), 99))
verdict(
    "C019",
    the_infinite_count_is_a_generator=isgenerator(count()),
    each_generator_is_infinite=len(small) == 99,
)
