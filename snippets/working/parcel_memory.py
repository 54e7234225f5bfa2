# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import asyncio
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def memory() -> int:
    """Bytes in use by this process, as Linux counts them."""
    with open("/proc/self/status") as file:
        used = next(line for line in file if line.startswith("VmRSS"))
    return int(used.split()[1]) * 1024


def for_a_thread(count: int) -> float:
    depot, before = threading.Event(), memory()
    for _ in range(count):
        threading.Thread(target=depot.wait).start()
    grown = memory() - before
    depot.set()  # all of them go on, and end
    return grown / count


async def for_a_task(count: int) -> float:
    depot, before = asyncio.Event(), memory()
    tasks = [asyncio.ensure_future(depot.wait()) for _ in range(count)]
    await asyncio.sleep(0)  # each of them starts, and waits
    grown = memory() - before
    depot.set()
    await asyncio.wait(tasks)
    return grown / count


def in_tasks(count: int) -> float:
    return asyncio.run(for_a_task(count))


if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        task = pool.submit(in_tasks, 20_000).result()
        thread = pool.submit(for_a_thread, 200).result()
    print(f"one waiting task: {task:,.0f} bytes")
    print(f"one waiting thread: {thread:,.0f} bytes")
    print("a thread needs more than five times as much:", thread > 5 * task)
