# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L21, L22: `run_coroutine_threadsafe`"
# browser = "needs threads"
# ///
import asyncio
import threading
import time


# --8<-- [start:cure]
def alarm_clock(
    seconds: float, loop: asyncio.AbstractEventLoop, wake_up: asyncio.Future
) -> None:
    async def ring() -> None:
        wake_up.set_result(None)

    time.sleep(seconds)
    asyncio.run_coroutine_threadsafe(ring(), loop)


async def nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    threading.Thread(target=alarm_clock, args=(seconds, loop, wake_up)).start()
    await wake_up


# --8<-- [end:cure]
async def main() -> None:
    started = time.perf_counter()
    await asyncio.gather(nap(0.3), nap(0.3), nap(0.3), nap(0.3), nap(0.3))
    print(f"five naps of 0.3 s took {time.perf_counter() - started:.1f} s")


asyncio.run(main())
