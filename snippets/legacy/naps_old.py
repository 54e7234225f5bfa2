# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L23: five sleeps by threads"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# declares = ["never-awaited"]
# [[tool.executed.on]]
# python = ">=3.14"
# declares = []
# ///
import asyncio
import threading
import time


async def wake(alarm):
    alarm.set_result(None)


def ring(seconds, alarm, loop):
    time.sleep(seconds)
    asyncio.run_coroutine_threadsafe(wake(alarm), loop)


async def nap(seconds):
    loop = asyncio.get_event_loop()
    alarm = loop.create_future()
    threading.Thread(target=ring, args=(seconds, alarm, loop)).start()
    await alarm


async def main():
    started = time.perf_counter()
    await asyncio.wait([nap(0.3) for _ in range(5)])
    print(f"five naps: {time.perf_counter() - started:.2f} s")


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
