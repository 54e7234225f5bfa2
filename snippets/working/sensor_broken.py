# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading
import time
from typing import Callable


class Sensor(threading.Thread):  # a library: not yours to change
    def __init__(self, on_reading: Callable) -> None:
        super().__init__()
        self.on_reading = on_reading

    def run(self) -> None:
        for celsius in (19, 20, 21):
            time.sleep(0.1)
            self.on_reading((celsius, time.perf_counter()))


async def main() -> None:
    readings = asyncio.Queue()
    backup = asyncio.create_task(asyncio.sleep(1))  # another job
    # --8<-- [start:start]
    Sensor(readings.put_nowait).start()
    # --8<-- [end:start]
    for _ in range(3):
        celsius, measured = await readings.get()
        delay = time.perf_counter() - measured
        print(f"{celsius} degrees, on time: {delay < 0.4}")
    await backup


asyncio.run(main())
