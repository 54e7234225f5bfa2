# /// script
# requires-python = ">=3.8"
# ///
from collections.abc import Iterator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Walk:
    def __next__(self) -> str:
        return "left"


class Hall:
    def __init__(self, walk: object) -> None:
        self.walk = walk

    def __iter__(self) -> object:
        return self.walk


def first(walk: object) -> str:
    try:
        for step in Hall(walk):
            return step
    except TypeError:
        return "refused"


OldWalk = type("OldWalk", (), {"next": Walk.__next__})
FullWalk = type("FullWalk", (Walk,), {"__iter__": iter})
names, old = first(Walk()) == "left", first(OldWalk()) == "refused"
verdict("C022", next_with_underscores=names, next_alone_is_refused=old)
verdict("C023", it_needs_next=old, it_needs_iter=first(Walk()) == "refused")
both, one = isinstance(FullWalk(), Iterator), isinstance(Walk(), Iterator)
verdict("C026", both_methods_make_an_iterator=both, one_does_not=not one)
