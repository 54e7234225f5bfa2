# /// script
# requires-python = ">=3.8"
# ///
from typing import Callable, Iterator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def raised(action: Callable, *arguments: object) -> str:
    try:
        action(*arguments)
    except (RuntimeError, StopIteration) as error:
        return type(error).__name__
    return "nothing"


def tea() -> Iterator:
    yield "tea"
    next(iter([]))


empty, leaking = iter([]), tea()
next(leaking)
verdict(
    "C025",
    next_raises_it=raised(next, empty) == "StopIteration",
    and_again=raised(next, empty) == "StopIteration",
    next_with_a_default_raises_it=raised(next, empty, "salt") != "nothing",
    one_from_inside_a_generator_stays_one=raised(next, leaking)
    == "StopIteration",
)
