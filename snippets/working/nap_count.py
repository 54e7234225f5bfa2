# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs threads"
# ///
import asyncio
import threading
import time
from typing import Callable


async def thread_nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    ring = (wake_up.set_result, None)
    threading.Timer(seconds, loop.call_soon_threadsafe, ring).start()
    await wake_up


async def timer_nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    loop.call_later(seconds, wake_up.set_result, None)
    await wake_up


async def dormitory(nap: Callable, sleepers: int) -> None:
    started = time.perf_counter()
    naps = [asyncio.create_task(nap(0.2)) for _ in range(sleepers)]
    await asyncio.sleep(0)  # let each of them fall asleep
    threads = threading.active_count()
    await asyncio.gather(*naps)
    took = time.perf_counter() - started
    assert took < 2  # in turn, a hundred would take 20
    print(f"{sleepers:3} x {nap.__name__}: threads {threads}, {took:.2f} s")


for sleepers in (5, 100):
    for nap in (thread_nap, timer_nap, asyncio.sleep):
        asyncio.run(dormitory(nap, sleepers))
        while threading.active_count() > 1:
            time.sleep(0.01)  # let the last alarm clocks finish
