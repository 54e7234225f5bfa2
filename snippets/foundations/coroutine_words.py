# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L07, L08: what `inspect.iscoroutine` says"
# ///
import asyncio
import inspect
import types
from typing import Any, AsyncIterator


async def observe(star: str) -> str:
    return f"{star} is blue"


async def watch(star: str) -> AsyncIterator[str]:
    yield f"{star} rises"
    yield f"{star} sets"


def describe(name: str, thing: Any) -> None:
    verdict = "neither"
    if inspect.iscoroutinefunction(thing):
        verdict = "coroutine function"
    if inspect.iscoroutine(thing):
        verdict = "coroutine"
    print(f"{name:18}{type(thing).__name__:17}{verdict}")


sight, pause = observe("Vega"), asyncio.sleep(1)
describe("observe", observe)
describe('observe("Vega")', sight)
describe("asyncio.sleep", asyncio.sleep)
describe("asyncio.sleep(1)", pause)
describe("watch", watch)
describe('watch("Vega")', watch("Vega"))
print("types.CoroutineType:", type(sight) is types.CoroutineType)
print("a generator too?    ", isinstance(sight, types.GeneratorType))
for coroutine in (sight, pause):
    coroutine.close()  # never to be run: says so, and gets no warning
