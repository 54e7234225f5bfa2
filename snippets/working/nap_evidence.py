# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import sys
import threading
import time


# --8<-- [start:detective]
def alarm_clock(
    loop: asyncio.AbstractEventLoop, wake_up: asyncio.Future
) -> None:
    time.sleep(0.2)
    wake_up.set_result(None)

    time.sleep(0.5)  # more than enough time to get up
    sleeper = sys._current_frames()[threading.main_thread().ident]
    print("the future is done:", wake_up.done())
    print("functions in the ready queue:", len(loop._ready))
    print("the loop's thread is inside:", sleeper.f_code.co_name)
    print("timers that would wake it:", len(loop._scheduled))
    print("sockets that would wake it:", len(loop._selector.get_map()))

    print("now ask the loop to do nothing")
    loop.call_soon_threadsafe(lambda: None)


# --8<-- [end:detective]
async def nap() -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    threading.Thread(target=alarm_clock, args=(loop, wake_up)).start()
    await wake_up


async def main() -> None:
    await nap()
    print("main: good morning")


asyncio.run(main())
