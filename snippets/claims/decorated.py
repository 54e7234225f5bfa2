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


def rooms():
    return (yield from asyncio.sleep(0, "hall"))


def works(mark: Callable) -> bool:
    async def main() -> tuple:
        marked = mark(rooms)()
        return await marked, hasattr(marked, "__await__")

    try:
        return asyncio.run(main()) == ("hall", False)
    except TypeError:
        return False


warnings.simplefilter("ignore")  # 3.8 to 3.10 deprecate asyncio.coroutine
today = works(types.coroutine)
then = works(getattr(asyncio, "coroutine", None))
verdict("C071", with_types_coroutine=today, with_asyncio_coroutine=then)
verdict("C077", types_coroutine=today, asyncio_coroutine=then)
