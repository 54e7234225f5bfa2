# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time
from typing import Callable


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def nap(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    alarm = loop.create_future()
    loop.call_later(seconds, alarm.set_result, None)
    await alarm


async def hard_nap(seconds: float) -> None:
    time.sleep(seconds)


async def try_out(nap: Callable) -> tuple:
    log, started = [], time.perf_counter()
    asyncio.get_running_loop().call_soon(log.append, "another")
    await nap(0.1)
    return time.perf_counter() - started > 0.09, bool(log)


slept, others_ran = asyncio.run(try_out(nap))
verdict("C115", it_sleeps=slept, the_loop_goes_on=others_ran)
slept, others_ran = asyncio.run(try_out(hard_nap))
verdict("C116", it_sleeps=slept, nothing_else_runs_there=not others_ran)
