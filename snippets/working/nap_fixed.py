# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading
import time


def ring(wake_up: asyncio.Future) -> None:  # in the loop's thread
    if not wake_up.done():
        wake_up.set_result(None)


def alarm_clock(
    seconds: float, loop: asyncio.AbstractEventLoop, wake_up: asyncio.Future
) -> None:
    time.sleep(seconds)
    try:
        loop.call_soon_threadsafe(ring, wake_up)
    except RuntimeError as problem:
        print("alarm clock: nobody home:", problem)


async def nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    threading.Thread(target=alarm_clock, args=(seconds, loop, wake_up)).start()
    await wake_up


async def main() -> None:
    for alarm, patience in ((0.2, 5), (0.3, 0.1), (0.8, 0.1)):
        started = time.perf_counter()
        try:
            await asyncio.wait_for(nap(alarm), patience)
        except asyncio.TimeoutError:
            print("up early")
        print(f"slept {time.perf_counter() - started:.1f} s")
        await asyncio.sleep(0.3)  # the last alarm rings after the end


asyncio.run(main())
