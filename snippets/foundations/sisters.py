# /// script
# requires-python = ">=3.9"
# ///
import inspect
from collections.abc import AsyncIterator, Iterator


def generator() -> Iterator[str]:
    yield "hall"


async def coroutine() -> str:
    return "hall"


async def async_generator() -> AsyncIterator[str]:
    yield "hall"


for function, tool in (
    (generator, "getgeneratorstate"),
    (coroutine, "getcoroutinestate"),
    (async_generator, "getasyncgenstate"),
):
    thing = function()
    ask = getattr(inspect, tool, None)
    state = ask(thing) if ask else "(not here yet)"
    print(f"{type(thing).__name__:<17}{tool:<19}{state}")
    if hasattr(thing, "close"):
        thing.close()
