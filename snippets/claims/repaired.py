# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Callable


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def with_fee(area: int) -> asyncio.Future:
    price = loop.create_future()
    price.set_result(area + 3)
    return price


def prices():
    for side in range(1000):  # the original goes on without end
        yield from with_fee(side * side)
    raise LookupError("a thousand prices, and none came out")


def gives_one(drive: Callable) -> bool:
    try:
        return drive(prices()) is not None
    except (LookupError, TypeError):
        return False


loop = asyncio.new_event_loop()
by_hand, on_the_loop = gives_one(next), gives_one(loop.run_until_complete)
verdict("C110", by_hand=by_hand, on_the_loop=on_the_loop)
loop.close()
