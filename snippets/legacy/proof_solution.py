import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

Wait = Callable[..., Awaitable[Any]]


async def in_turn(*coroutines: Awaitable[Any]) -> list[Any]:
    return [await one for one in coroutines]


# --8<-- [start:proof]
async def waits_together(wait: Wait) -> bool:
    began = time.perf_counter()
    await wait(asyncio.sleep(0.2), asyncio.sleep(0.3))
    return time.perf_counter() - began < 0.45


# --8<-- [end:proof]


async def main() -> None:
    print("gather: ", await waits_together(asyncio.gather))
    print("in turn:", await waits_together(in_turn))


asyncio.run(main())
