# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Awaitable

turns = []


async def observe() -> str:
    return "blue"


async def neighbour() -> None:
    while True:
        turns.append("a turn")
        await asyncio.sleep(0)


async def check(name: str, awaitable: Awaitable[object]) -> None:
    before = len(turns)
    await awaitable
    print(f"{name:24}", "no" if len(turns) == before else "yes")


async def main() -> None:
    others = asyncio.ensure_future(neighbour())
    task = asyncio.ensure_future(observe())
    queue: asyncio.Queue = asyncio.Queue()
    queue.put_nowait("Vega")
    await asyncio.sleep(0.05)
    await check("a coroutine", observe())
    await check("a task that is done", task)
    await check("a queue with an item", queue.get())
    await check("a free lock", asyncio.Lock().acquire())
    await check("a task not yet begun", asyncio.ensure_future(observe()))
    await check("asyncio.sleep(0)", asyncio.sleep(0))
    await check("asyncio.sleep(0.01)", asyncio.sleep(0.01))
    others.cancel()


asyncio.run(main())
