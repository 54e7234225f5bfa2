# /// script
# requires-python = ">=3.9"
# ///
import asyncio
import time


def read_thermometer() -> None:
    time.sleep(0.6)
    print("thermometer: 21 degrees. Anybody?")


async def main() -> None:
    try:
        await asyncio.wait_for(asyncio.to_thread(read_thermometer), 0.1)
    except asyncio.TimeoutError:
        print("main: gave up")


started = time.perf_counter()
asyncio.run(main())
took = time.perf_counter() - started
print("asyncio.run waited for the thread:", took > 0.5)
