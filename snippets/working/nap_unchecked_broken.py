# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading
import time


# --8<-- [start:cure]
def alarm_clock(
    seconds: float, loop: asyncio.AbstractEventLoop, wake_up: asyncio.Future
) -> None:
    time.sleep(seconds)
    loop.call_soon_threadsafe(wake_up.set_result, None)


# --8<-- [end:cure]
async def nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    threading.Thread(target=alarm_clock, args=(seconds, loop, wake_up)).start()
    await wake_up


async def main() -> None:
    started = time.perf_counter()
    await nap(0.2)
    print(f"a nap of 0.2 s took {time.perf_counter() - started:.1f} s")
    try:
        await asyncio.wait_for(nap(0.3), 0.1)
    except asyncio.TimeoutError:
        print("up early")
    await asyncio.sleep(0.5)  # meanwhile the alarm clock rings


asyncio.run(main())
