# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Callable


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def deposit_in_thread(amount: int) -> None:
    seen = box["sum"]
    time.sleep(0.1)
    box["sum"] = seen + amount


async def deposit(wait: Callable) -> None:
    seen = box["sum"]
    await wait()
    box["sum"] = seen + 1


async def kept(wait: Callable) -> bool:
    box["sum"] = 0
    await asyncio.gather(*[deposit(wait) for _ in range(9)])
    return box["sum"] == 9


box = {"sum": 0}
with ThreadPoolExecutor(9) as pool:
    pool.map(deposit_in_thread, [1] * 9)
lost = box["sum"] < 9
switch = not asyncio.run(kept(lambda: asyncio.Lock().acquire()))
safe = asyncio.run(kept(lambda: asyncio.sleep(0)))
verdict("C010", threads_lose=lost, await_switches=switch, tasks_keep_all=safe)
