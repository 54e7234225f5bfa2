# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import threading
import time


# --8<-- [start:call]
async def call(mine: threading.Event, other: threading.Event) -> bool:
    mine.set()  # says hello
    patience = time.monotonic() + 0.3
    while not other.is_set() and time.monotonic() < patience:
        await asyncio.sleep(0.01)  # listens, and steps aside
    return other.is_set()


# --8<-- [end:call]
async def main() -> None:
    ann, bob = threading.Event(), threading.Event()
    heard = await asyncio.gather(call(ann, bob), call(bob, ann))
    print("two tasks heard each other:", heard)


asyncio.run(main())
