# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading
from typing import List

loops: List[asyncio.AbstractEventLoop] = []


async def bake(name: str, seconds: float) -> None:
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(seconds)
    print(name, "is ready in", threading.current_thread().name)


def shop(name: str, seconds: float) -> None:
    asyncio.run(bake(name, seconds))


shops = [
    threading.Thread(target=shop, args=("bread", 0.1), name="old town"),
    threading.Thread(target=shop, args=("cake", 0.3), name="harbour"),
]
for thread in shops:
    thread.start()
for thread in shops:
    thread.join()
print("the same loop:", loops[0] is loops[1])
print("all closed:", all(loop.is_closed() for loop in loops))
