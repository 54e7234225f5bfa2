# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs a thread that runs beside the loop"
# ///
import asyncio
from asyncio import AbstractEventLoop, Future
from threading import get_ident


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def answer() -> tuple:
    return "tea", get_ident()


def ask(loop: AbstractEventLoop, alarm: Future) -> tuple:
    loop.call_soon_threadsafe(alarm.set_result, "awake")
    asked = asyncio.run_coroutine_threadsafe(answer(), loop)
    try:
        found = asyncio.get_running_loop()
    except RuntimeError:
        found = None
    return (found, *asked.result(timeout=2))


async def main() -> tuple:
    loop = asyncio.get_running_loop()
    alarm = loop.create_future()
    asked = loop.run_in_executor(None, ask, loop, alarm)
    return await asyncio.wait_for(alarm, 2), await asked


woke, (found, got, where) = asyncio.run(main())
there, came = where == get_ident(), got == "tea"
verdict("C120", in_the_thread_of_the_loop=there, its_result_comes=came)
verdict("C121", a_plain_function_fails=woke != "awake")
verdict("C122", the_thread_finds_none=found is None, the_one_passed_works=came)
