# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import asyncio
import threading
import time


# --8<-- [start:hello]
def hello(mine: threading.Event, other: threading.Event) -> bool:
    mine.set()  # says hello
    patience = time.monotonic() + 0.1
    while not other.is_set() and time.monotonic() < patience:
        pass  # listens, and never steps aside
    return other.is_set()


async def call(mine: threading.Event, other: threading.Event) -> bool:
    return hello(mine, other)


async def main() -> None:
    ann, bob = threading.Event(), threading.Event()
    heard = await asyncio.gather(call(ann, bob), call(bob, ann))
    print("two tasks heard each other:", heard)


# --8<-- [end:hello]
asyncio.run(main())
