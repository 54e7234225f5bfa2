# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import types
from collections import deque
from threading import get_ident


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


@types.coroutine
def step_aside():
    yield


async def order(table: str) -> None:
    for _ in range(2):
        log.append((table, get_ident()))
        await step_aside()


async def another_loop_works() -> bool:
    loop, nap = asyncio.get_running_loop(), asyncio.sleep(0.01, "slept")
    return await loop.run_in_executor(None, asyncio.run, nap) == "slept"


log, ready = [], deque(order(table) for table in "abc")
while ready:  # a loop that uses nothing of asyncio
    coroutine = ready.popleft()
    if next(coroutine.__await__(), "over") != "over":
        ready.append(coroutine)
one = not asyncio.run(another_loop_works())
no_library = not isinstance(asyncio, types.ModuleType)
verdict("C003", it_is_no_library=no_library, a_program_has_one_loop=one)
verdict("C004", one_thread_does_it=log == [(t, get_ident()) for t in "abcabc"])
