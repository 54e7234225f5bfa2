import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Wait = Callable[..., Awaitable[Any]]


async def in_turn(*coroutines: Awaitable[Any]) -> list[Any]:
    return [await one for one in coroutines]


async def waits_together(wait: Wait) -> bool:
    await wait(asyncio.sleep(0.2), asyncio.sleep(0.3))
    return True


async def main() -> None:
    print("gather: ", await waits_together(asyncio.gather))
    print("in turn:", await waits_together(in_turn))


asyncio.run(main())
