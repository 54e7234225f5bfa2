# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import types
import warnings
from typing import Callable


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def with_fee(area: int) -> int:
    return area + 3


def by_area(side: int):
    return (yield from old(with_fee)(side * side))


def result(mark: Callable, function: Callable) -> int:
    async def main() -> int:
        return await mark(function)(2)

    try:
        return asyncio.run(main())
    except TypeError:
        return 0


warnings.simplefilter("ignore")  # 3.8 to 3.10 deprecate asyncio.coroutine
new, old = types.coroutine, getattr(asyncio, "coroutine", None)
plain = not result(new, with_fee)
later = not result(new, lambda area: asyncio.sleep(0, area + 3))
verdict("C111", a_plain_function_works=result(old, with_fee) == 5)
verdict("C112", it_fails_with_a_number=plain, and_with_an_awaitable=later)
verdict("C113", the_decorated_chain_works=result(old, by_area) == 7)
