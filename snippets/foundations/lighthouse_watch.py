# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# browser = "needs sockets"
# ///
import asyncio
import faulthandler
import select
import socket
import threading


async def lamp() -> None:
    for _ in range(5):
        print("flash")
        await asyncio.sleep(0.2)


def harbour_office() -> str:  # another version of the library
    line, _ = socket.socketpair()
    select.select([line], [], [], 0.9)  # waits for an answer
    return "high water at noon"


async def tides() -> None:
    await asyncio.sleep(0.3)
    print(harbour_office())


# --8<-- [start:watch]
async def watchdog(seconds: float) -> None:
    while True:
        faulthandler.dump_traceback_later(seconds)  # puts off the last one
        await asyncio.sleep(seconds / 4)


async def main() -> None:
    watching = asyncio.create_task(watchdog(0.6))
    await asyncio.gather(lamp(), tides())
    watching.cancel()
    faulthandler.cancel_dump_traceback_later()


# --8<-- [end:watch]
threading.current_thread().name = "event loop"  # shown since 3.14
asyncio.run(main())
