# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# trace = ["bake"]
# ///
import heapq
import time
import types
from collections import deque
from typing import Coroutine, Generator


@types.coroutine
def pause(seconds: float) -> Generator[float, None, None]:
    yield seconds  # goes up to whoever called send(): the loop


# --8<-- [start:run]
def run(*jobs: Coroutine) -> None:
    ready, timers = deque(jobs), []
    while ready or timers:
        if not ready:
            time.sleep(max(0.0, timers[0][0] - time.monotonic()))
        while timers and timers[0][0] <= time.monotonic():
            ready.append(heapq.heappop(timers)[2])
        for _ in range(len(ready)):
            job = ready.popleft()
            try:
                due = time.monotonic() + job.send(None)
            except StopIteration:
                continue  # this job is done
            heapq.heappush(timers, (due, id(job), job))


# --8<-- [end:run]


async def bake(name: str, rises: float, bakes: float) -> None:
    print(name, "is kneaded")
    await pause(rises)
    print(name, "goes into the oven")
    await pause(bakes)
    print(name, "is ready")


run(bake("bread", 0.2, 0.3), bake("cake", 0.1, 0.2))
