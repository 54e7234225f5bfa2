# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from types import CoroutineType


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def main() -> None:
    loop, job = asyncio.get_running_loop(), asyncio.current_task()
    letter = loop.create_future()
    loop.call_soon(letter.set_result, "letter")
    verdict(
        "C060",
        a_loop=isinstance(loop, asyncio.AbstractEventLoop),
        a_future=await letter == "letter",
        a_coroutine=isinstance(main_coroutine, CoroutineType),
        and_no_task=job is None,
    )


main_coroutine = main()
asyncio.run(main_coroutine)
