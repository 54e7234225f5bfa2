# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# browser = "needs threads"
# ///
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def count(worker: int) -> None:
    sum(number * number for number in range(700_000))


async def wait() -> tuple:
    loop, log, started = asyncio.get_running_loop(), [], time.perf_counter()
    await asyncio.gather(*[asyncio.sleep(0.1) for _ in range(9)])
    took = time.perf_counter() - started
    loop.call_later(0.05, log.append, "the loop goes on")
    await loop.run_in_executor(None, time.sleep, 0.2)
    return took < 0.5, bool(log)


nine, goes_on = asyncio.run(wait())
started, used = time.perf_counter(), time.process_time()
with ThreadPoolExecutor(2) as pool:
    pool.map(count, range(2))
cores = (time.process_time() - used) / (time.perf_counter() - started)
verdict(
    "C002",
    asyncio_waits_for_many=nine,
    a_thread_takes_a_call_that_blocks=goes_on,
    threads_compute_on_two_cores=cores > 1.4,
)
