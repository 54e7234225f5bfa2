# /// script
# requires-python = ">=3.8"
# ///
from collections.abc import Iterator
from typing import Generator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def boil() -> Generator:
    yield "tea"


async def order() -> str:
    return "tea"


def more(thing: object) -> set:
    return {"send", "throw", "close"} & set(dir(thing))


generator, coroutine = boil(), order()
verdict(
    "C014",
    a_generator_is_an_iterator=isinstance(generator, Iterator),
    it_can_do_more=len(more(generator)) == 3 and not more(iter([])),
    a_coroutine_can_do_the_same=more(coroutine) == more(generator),
    await_uses_an_iterator=isinstance(coroutine.__await__(), Iterator),
)
coroutine.close()
