# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L04: old coroutines, serial and together"
# lane = "quiet"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# ///
import asyncio
import time


@asyncio.coroutine
def fetch(seconds):
    yield from asyncio.sleep(seconds)


@asyncio.coroutine
def report(seconds):
    yield from fetch(seconds)
    return seconds


@asyncio.coroutine
def one_by_one():
    for seconds in (0.1, 0.2, 0.3):
        yield from report(seconds)


@asyncio.coroutine
def together():
    yield from asyncio.gather(report(0.1), report(0.2), report(0.3))


loop = asyncio.get_event_loop()
for plan in (one_by_one, together):
    started = time.perf_counter()
    loop.run_until_complete(plan())
    print(f"{plan.__name__}: {time.perf_counter() - started:.2f} s")
loop.close()
