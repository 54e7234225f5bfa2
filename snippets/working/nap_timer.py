# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import threading
import time


# --8<-- [start:nap]
async def nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    timer = loop.call_later(seconds, wake_up.set_result, None)
    try:
        await wake_up
    finally:
        timer.cancel()  # up early: the alarm must not ring


# --8<-- [end:nap]
async def main() -> None:
    started = time.perf_counter()
    await asyncio.gather(nap(0.3), nap(0.3), nap(0.3), nap(0.3), nap(0.3))
    print(f"five naps of 0.3 s took {time.perf_counter() - started:.1f} s")
    try:
        await asyncio.wait_for(nap(0.3), 0.1)
    except asyncio.TimeoutError:
        print("up early, and no complaint afterwards")
    await asyncio.sleep(0.4)
    print("threads in this program:", threading.active_count())
    uses_a_timer = "call_later" in asyncio.sleep.__code__.co_names
    print("asyncio.sleep uses call_later too:", uses_a_timer)


asyncio.run(main())
