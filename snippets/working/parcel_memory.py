# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "reads its memory from /proc, which no browser has"
# ///
import asyncio
import threading


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


thread = for_a_thread(200)
task = asyncio.run(for_a_task(10_000))
print(f"one waiting thread: {thread:,.0f} bytes")
print(f"one waiting task: {task:,.0f} bytes")
print("a thread needs more than five times as much:", thread > 5 * task)
