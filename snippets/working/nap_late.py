# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L19: a sleep by a thread and a future"
# browser = "needs threads"
# ///
import asyncio
import threading
import time


def alarm_clock(seconds: float, wake_up: asyncio.Future) -> None:
    time.sleep(seconds)
    wake_up.set_result(None)


async def nap(seconds: float) -> None:
    wake_up = asyncio.get_running_loop().create_future()
    threading.Thread(target=alarm_clock, args=(seconds, wake_up)).start()
    await wake_up


# --8<-- [start:kettle]
async def nap_beside_a_kettle(boils_after: float) -> None:
    started = time.perf_counter()
    kettle = asyncio.create_task(asyncio.sleep(boils_after))
    await nap(0.2)
    slept = time.perf_counter() - started
    print(f"kettle: {boils_after} s, nap of 0.2 s: awake after {slept:.1f} s")
    print("  awake only when the kettle boiled:", slept >= boils_after)
    await kettle


async def main() -> None:
    await nap_beside_a_kettle(0.5)
    await nap_beside_a_kettle(1.0)


# --8<-- [end:kettle]
asyncio.run(main())
