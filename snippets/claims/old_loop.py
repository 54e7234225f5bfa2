# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import contextlib
import warnings


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def brews(loop: asyncio.AbstractEventLoop) -> bool:
    with contextlib.closing(loop):
        return loop.run_until_complete(asyncio.sleep(0, "tea")) == "tea"


def main_thread_brews() -> bool:
    try:
        return brews(asyncio.get_event_loop())
    except RuntimeError:
        return False


warnings.simplefilter("ignore")  # 3.12 and 3.13 deprecate it
verdict("C062", it_runs_a_coroutine=main_thread_brews())
first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
run, old = brews(first) and brews(second), first is second
verdict("C084", it_runs_the_coroutine=run, the_loop_existed_before=old)
