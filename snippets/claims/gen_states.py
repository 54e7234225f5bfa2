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


def trip():
    with suppress(KeyError):
        try:
            yield "depot"
        finally:
            seen.append(state(van))


def runs_during(call: str, *values: object) -> bool:
    global van
    van = trip()
    next(van)
    with suppress(StopIteration):
        getattr(van, call)(*values)
    return seen.pop() == "GEN_RUNNING"


seen, van = [], trip()
new, _, paused = state(van), next(van), state(van)
verdict("C039", a_new_one_is_in_it=new == "GEN_CREATED")
verdict(
    "C040",
    while_next_runs_it=runs_during("__next__"),
    not_while_send_does=not runs_during("send", None),
    not_while_throw_does=not runs_during("throw", KeyError()),
)
verdict("C041", one_that_stands_at_a_yield=paused == "GEN_SUSPENDED")
