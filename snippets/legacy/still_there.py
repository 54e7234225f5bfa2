# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import inspect


def has(place: object, name: str) -> None:
    print(f"{name:22}", "there" if hasattr(place, name) else "-")


print("old")
has(asyncio, "coroutine")
has(asyncio.Task, "all_tasks")
has(asyncio, "get_child_watcher")
has(asyncio, "ensure_future")
loop_argument = "loop" in inspect.signature(asyncio.sleep).parameters
print(f"{'sleep(…, loop=…)':22}", "there" if loop_argument else "-")

print("new")
has(asyncio, "run")
has(asyncio, "to_thread")
has(asyncio, "TaskGroup")
has(asyncio, "Runner")
