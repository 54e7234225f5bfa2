# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Coroutine

background = set()


# --8<-- [start:report]
def report(task: asyncio.Task) -> None:
    background.discard(task)
    if not task.cancelled() and task.exception():
        print("REPORT:", repr(task.exception()))


def in_background(work: Coroutine) -> None:
    task = asyncio.create_task(work)
    background.add(task)
    task.add_done_callback(report)


# --8<-- [end:report]
async def pump() -> None:
    await asyncio.sleep(0.15)
    raise OSError("the tank is empty")


async def main() -> None:
    in_background(pump())
    for hour in "morning", "noon", "evening":
        print(hour, "- visitors admire the plants")
        await asyncio.sleep(0.1)
    print("closing time")


asyncio.run(main())
