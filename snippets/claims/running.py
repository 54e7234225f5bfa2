# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import contextlib
import inspect
import threading
from concurrent.futures import ThreadPoolExecutor


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def boil() -> asyncio.AbstractEventLoop:
    await asyncio.sleep(0.05)
    log.append("boiled")
    return asyncio.get_running_loop()


async def shift() -> asyncio.AbstractEventLoop:
    with contextlib.suppress(threading.BrokenBarrierError):
        both_here.wait()
    return asyncio.get_running_loop()


log, both_here = [], threading.Barrier(2, timeout=2)
order = boil()
began = inspect.getcoroutinestate(order) != "CORO_CREATED"
loop = asyncio.run(order)
log.append("after run")
blocks, closed = log == ["boiled", "after run"], loop.is_closed()
main_way = "main entry point" in asyncio.run.__doc__
with ThreadPoolExecutor(2) as pool:
    one, two = pool.map(asyncio.run, [shift(), shift()])
verdict("C083", it_blocks=blocks, its_help_says_it_is_the_main_way=main_way)
verdict("C085", run_makes_and_closes_it=closed, a_bare_call_starts_one=began)
verdict("C086", at_once=not both_here.broken, each_its_own=one is not two)
