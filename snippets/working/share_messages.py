# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def plain_with() -> None:
    with asyncio.Lock():
        pass


async def main() -> None:
    full, empty = asyncio.Queue(1), asyncio.Queue()
    full.put_nowait("cup")
    mistakes = {
        "with lock": plain_with,
        "lock.release": asyncio.Lock().release,
        "condition.wait": asyncio.Condition().wait,
        "condition.notify": asyncio.Condition().notify,
        "queue.task_done": empty.task_done,
        "queue.get_nowait": empty.get_nowait,
        "queue.put_nowait": lambda: full.put_nowait("jug"),
    }
    for name, mistake in mistakes.items():
        try:
            answer = mistake()
            if answer is not None:
                await answer
        except Exception as error:
            print(f"{name}\n    {type(error).__name__}: {error}")


asyncio.run(main())
