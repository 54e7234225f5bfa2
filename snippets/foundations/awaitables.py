# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import collections.abc
import inspect
import types
from typing import Generator


async def observe() -> str:
    return "native"


class Shutter:
    def __await__(self) -> Generator[None, None, str]:
        yield
        return "clicked"


@types.coroutine
def from_generator() -> Generator[None, None, str]:
    yield
    return "flagged"


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    future.set_result("set")
    task = asyncio.create_task(observe())
    things = (observe(), from_generator(), future, task, Shutter())
    print(f"{'':11}isawaitable  Awaitable  await gives")
    for thing in things:
        says = inspect.isawaitable(thing)
        has = isinstance(thing, collections.abc.Awaitable)
        name = type(thing).__name__
        print(f"{name:11}{says!s:13}{has!s:11}{await thing!r}")
    print("every Task is a Future:", issubclass(asyncio.Task, asyncio.Future))


asyncio.run(main())
