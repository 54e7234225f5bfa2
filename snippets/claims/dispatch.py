# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs processes"
# ///
import asyncio
import sys
import time
from subprocess import PIPE
from threading import get_ident


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def main() -> None:
    loop, log = asyncio.get_running_loop(), []
    loop.call_soon(log.append, "callback")
    time.sleep(0.02)
    log.append("slow call has ended")
    task = asyncio.create_task(asyncio.sleep(0, "tea"))
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-ISc", "print('tea')", stdout=PIPE
    )
    said = await child.stdout.read()
    await child.wait()
    pool = await loop.run_in_executor(None, get_ident) != get_ident()
    verdict(
        "C079",
        tasks=await task == "tea",
        callbacks="callback" in log,
        subprocesses=said.strip() == b"tea",
        pools_on_request=pool,
        slow_calls_are_passed_on_unasked=log[0] == "callback",
    )


asyncio.run(main())
