# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# browser = "needs a thread that runs beside the loop"
# ///
import asyncio
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Optional


async def read_all(pool: Optional[ThreadPoolExecutor], rooms: int) -> int:
    loop = asyncio.get_running_loop()
    started = time.perf_counter()
    readings = [
        loop.run_in_executor(pool, time.sleep, 0.3) for _ in range(rooms)
    ]
    workers = threading.active_count() - 1
    await asyncio.gather(*readings)
    took = time.perf_counter() - started
    print(f"took {took:.1f} s, rounds of 0.3 s: {int(took / 0.3)}")
    return workers


async def main() -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        print("12 readings, own pool of 4")
        print("worker threads:", await read_all(pool, 12))

    cpus = getattr(os, "process_cpu_count", os.cpu_count)()
    expected = min(32, cpus + 4)
    print("twice as many readings as the default pool has workers")
    workers = await read_all(None, expected * 2)
    print("worker threads are min(32, processors + 4):", workers == expected)


asyncio.run(main())
