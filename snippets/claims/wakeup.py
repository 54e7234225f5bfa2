# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs a thread that runs beside the loop"
# ///
import asyncio
import threading
import time


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def night(debug: bool) -> str:
    def alarm_clock() -> str:
        time.sleep(0.06)  # until the loop waits
        try:
            alarm.set_result(None)
        except RuntimeError:
            return "refused"
        if up.wait(0.2):
            return "in time"
        loop.call_soon_threadsafe(list)  # wakes the loop, and does no more
        return "late" if up.wait(2) else "never"

    loop, up = asyncio.get_running_loop(), threading.Event()
    loop.set_debug(debug)
    alarm = loop.create_future()
    alarm.add_done_callback(lambda _: up.set())
    return await loop.run_in_executor(None, alarm_clock)


woke, checked = asyncio.run(night(False)), asyncio.run(night(True))
refused, needed_more = checked == "refused", woke not in ("in time", "late")
verdict("C117", it_wakes_who_waits=woke == "in time")
verdict("C119", debug_mode_refuses=refused, a_wake_up_is_no_cure=needed_more)
