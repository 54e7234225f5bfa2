# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import asyncio
import time


# --8<-- [start:pauses]
async def block(seconds: float) -> None:
    time.sleep(seconds)


async def spin(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        await asyncio.sleep(0)


async def wait(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    alarm = loop.create_future()
    timer = loop.call_later(seconds, alarm.set_result, None)
    try:
        await alarm
    finally:
        timer.cancel()


# --8<-- [end:pauses]


async def measure(pause) -> None:
    bun = asyncio.create_task(asyncio.sleep(0.03))
    used = time.process_time()
    await pause(0.2)
    used = time.process_time() - used
    print(f"{pause.__name__}: {used:.2f} s of processor time,", end=" ")
    print(f"busy: {used > 0.02}, others could run: {bun.done()}")


for pause in (block, spin, wait):
    asyncio.run(measure(pause))
