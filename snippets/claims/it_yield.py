# /// script
# requires-python = ">=3.8"
# ///
from typing import Generator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def boil() -> Generator:
    log.append("boiling")
    yield "tea"
    log.append("pouring")
    try:
        yield "cup"
    except TimeoutError:
        yield "cold cup"


log = []
order = boil()
one = next(order)
log.append("caller")
two, three = order.send("please"), order.throw(TimeoutError())
values = [one, two, three] == ["tea", "cup", "cold cup"]
turns = log == ["boiling", "caller", "pouring"]
verdict("C029", values_come_out=values, the_caller_goes_on_between=turns)
