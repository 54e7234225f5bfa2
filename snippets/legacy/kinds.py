# /// script
# requires-python = ">=3.8"
# ///
import inspect
import types
from typing import Any, Generator


def plain() -> Generator[None, None, None]:
    yield


@types.coroutine
def decorated() -> Generator[None, None, None]:
    yield


async def native() -> None:
    pass


def describe(thing: Any) -> None:
    is_native = isinstance(thing, types.CoroutineType)
    print(f"{thing.__name__}() makes a {type(thing).__name__}")
    print(f"    is it a types.CoroutineType? {is_native}")
    print(f"    can it be awaited? {inspect.isawaitable(thing)}")
    thing.close()


for function in (plain, decorated, native):
    describe(function())
