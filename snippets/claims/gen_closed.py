# /// script
# requires-python = ">=3.8"
# ///
from contextlib import suppress
from inspect import getgeneratorstate as state


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def trip(tank: int):
    yield "depot"
    if not tank:
        raise OSError("out of fuel")


def state_after(call: str, tank: int = 9) -> str:
    van = trip(tank)
    next(van)
    with suppress(OSError, StopIteration):
        getattr(van, call)()
    return state(van)


verdict(
    "C042",
    after_its_end=state_after("__next__") == "GEN_CLOSED",
    after_close=state_after("close") == "GEN_CLOSED",
    not_after_an_exception=state_after("__next__", tank=0) != "GEN_CLOSED",
)
