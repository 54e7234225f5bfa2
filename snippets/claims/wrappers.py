# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Callable


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Ticket:
    def __await__(self):
        yield
        return "seat"


async def gives_a_seat(start: Callable, thing: object) -> bool:
    try:
        return await start(thing) == "seat"
    except TypeError:
        return False


async def main() -> None:
    loop, results = asyncio.get_running_loop(), []
    done = loop.create_future()
    done.set_result("seat")
    for start in (loop.create_task, asyncio.ensure_future):
        things = asyncio.sleep(0, "seat"), done, Ticket()
        results.append([await gives_a_seat(start, it) for it in things])
    task, any_ = results
    verdict("C101", coroutines=task[0], nothing_else=not any(task[1:]))
    verdict("C102", coroutines=any_[0], futures=any_[1], others=any_[2])


asyncio.run(main())
