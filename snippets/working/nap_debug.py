# /// script
# requires-python = ">=3.8"
# [tool.executed]
# timeout = 2
# declares = ["timeout", "thread-exception"]
# browser = "needs threads"
# ///
import asyncio
import threading
import time


def alarm_clock(seconds: float, wake_up: asyncio.Future) -> None:
    time.sleep(seconds)
    try:
        wake_up.set_result(None)
    finally:
        print("alarm clock: wake_up.done() is", wake_up.done())


async def nap(seconds: float) -> None:
    wake_up = asyncio.get_running_loop().create_future()
    threading.Thread(target=alarm_clock, args=(seconds, wake_up)).start()
    await wake_up


async def main() -> None:
    print("main: good night, for 0.5 s at most")
    await asyncio.wait_for(nap(0.2), 0.5)
    print("main: good morning")


asyncio.run(main(), debug=True)
