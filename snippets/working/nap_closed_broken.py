# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["thread-exception", "never-awaited"]
# browser = "needs threads"
# ///
import asyncio
import threading
import time


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


# --8<-- [start:main]
async def main() -> None:
    try:
        await asyncio.wait_for(nap(0.3), 0.1)
    except asyncio.TimeoutError:
        print("main: up early, and out of the house")


asyncio.run(main())
# --8<-- [end:main]
