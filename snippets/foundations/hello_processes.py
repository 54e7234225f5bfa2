# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs processes"
# ///
import os
import sys
import time
from multiprocessing import Event, Process
from typing import Any


def hello(mine: Any, other: Any) -> bool:
    mine.set()  # says hello
    patience = time.monotonic() + 5  # a process needs time to start
    while not other.is_set() and time.monotonic() < patience:
        pass  # listens, and never steps aside
    return other.is_set()


def call(mine: Any, other: Any) -> None:
    sys.exit(0 if hello(mine, other) else 1)


# --8<-- [start:main]
def main() -> None:
    if hasattr(os, "sched_setaffinity"):  # one processor for both
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ann, bob = Event(), Event()
    pair = [
        Process(target=call, args=(ann, bob)),
        Process(target=call, args=(bob, ann)),
    ]
    for process in pair:
        process.start()
    for process in pair:
        process.join()
    heard = [process.exitcode == 0 for process in pair]
    print("two processes heard each other:", heard)


# --8<-- [end:main]
if __name__ == "__main__":
    main()
