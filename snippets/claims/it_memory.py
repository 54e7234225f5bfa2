# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs threads"
# ///
import asyncio
import sys
import tracemalloc
from threading import Event, Thread
from traceback import walk_stack


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def stack(top: object) -> list:
    return [frame for frame, _ in walk_stack(top)]


def bottoms() -> set:
    threads = [Thread(target=Event().wait, args=[0.1]) for _ in range(9)]
    _ = [thread.start() for thread in threads]
    tops = sys._current_frames()
    return {stack(tops[thread.ident])[-1] for thread in threads}


async def main() -> None:
    tracemalloc.start()
    tasks = [asyncio.create_task(asyncio.sleep(9)) for _ in range(99)]
    await asyncio.sleep(0)
    each = tracemalloc.get_traced_memory()[0] / len(tasks)
    mine, apart = stack(sys._getframe()), len(bottoms()) == 9
    on_it = [task.get_coro().cr_frame in mine for task in tasks]
    verdict("C011", a_stack_per_thread=apart, paused_tasks_on_one=any(on_it))
    verdict("C012", a_task_needs_no_memory=each < 100)


asyncio.run(main())
