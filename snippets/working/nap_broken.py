# /// script
# requires-python = ">=3.8"
# [tool.executed]
# timeout = 2
# declares = ["timeout"]
# browser = "needs threads"
# ///
import asyncio
import threading
import time


def alarm_clock(seconds: float, wake_up: asyncio.Future) -> None:
    time.sleep(seconds)
    wake_up.set_result(None)
    print("alarm clock: I rang. wake_up.done() is", wake_up.done())


async def nap(seconds: float) -> None:
    wake_up = asyncio.get_running_loop().create_future()
    threading.Thread(target=alarm_clock, args=(seconds, wake_up)).start()
    await wake_up


async def main() -> None:
    print("main: good night")
    await nap(0.2)
    print("main: good morning")


asyncio.run(main())
