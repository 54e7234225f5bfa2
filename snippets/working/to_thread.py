# /// script
# requires-python = ">=3.9"
# ///
import asyncio
import threading
import time


def read_thermometer(room: str) -> int:  # a driver, not yours to change
    time.sleep(0.3)
    if room == "attic":
        raise OSError("no thermometer in the attic")
    in_main = threading.current_thread() is threading.main_thread()
    print("read_thermometer runs in the main thread:", in_main)
    return 21


async def blink(lamp: list) -> None:
    while True:
        lamp.append("on")
        await asyncio.sleep(0.02)


async def main() -> None:
    lamp: list = []
    blinking = asyncio.create_task(blink(lamp))
    kitchen = await asyncio.to_thread(read_thermometer, "kitchen")
    print("kitchen:", kitchen)
    try:
        await asyncio.to_thread(read_thermometer, "attic")
    except OSError as problem:
        print("attic:", problem)
    print("the lamp went on blinking:", len(lamp) > 5)
    blinking.cancel()


asyncio.run(main())
