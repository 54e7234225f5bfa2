# /// script
# requires-python = ">=3.8"
# ///
from inspect import isasyncgen, isgenerator, ismethod
from typing import AsyncIterator, Generator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def boil_and_return() -> str:
    log.append("boiling")
    return "tea"


def boil_and_yield() -> Generator:
    log.append("boiling")
    yield "tea"


async def boil_async() -> AsyncIterator:
    yield "tea"


log = []
other = not isgenerator(boil_async())
value, order = boil_and_return(), boil_and_yield()
verdict(
    "C030",
    return_gives_the_value=value == "tea",
    yield_gives_a_generator=isgenerator(order),
    which_has_not_begun=log == ["boiling"],
    async_def_makes_another_kind=other,
)
method, asynchronous = ismethod(boil_and_yield), isasyncgen(order)
verdict("E16", it_is_a_method=method, it_is_asynchronous=asynchronous)
