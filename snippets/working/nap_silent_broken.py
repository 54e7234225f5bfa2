# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading
import time

receipts: list = []


def alarm_clock(
    seconds: float, loop: asyncio.AbstractEventLoop, wake_up: asyncio.Future
) -> None:
    async def ring() -> None:
        wake_up.set_result(None)

    time.sleep(seconds)
    receipts.append(asyncio.run_coroutine_threadsafe(ring(), loop))


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
        print("main: up early")
    await asyncio.sleep(0.5)  # meanwhile the alarm clock rings
    print("main: nothing was reported. The receipt says:")
    print(repr(receipts[0].exception()))


# --8<-- [end:main]
asyncio.run(main())
