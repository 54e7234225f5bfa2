# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Generator

started = []


async def ask(carrier: str) -> str:
    started.append(carrier)
    await asyncio.sleep(0.1)
    return f"price of the {carrier}"


class Letter:  # awaitable, and neither a coroutine nor a future
    def __await__(self) -> Generator:
        yield from asyncio.sleep(0.1).__await__()
        return "a letter"


async def main() -> None:
    bare = ask("bike")
    task = asyncio.create_task(ask("van"))
    ensured = asyncio.ensure_future(ask("ship"))
    for made in (bare, task, ensured):
        print("made a", type(made).__name__)
    await asyncio.sleep(0)  # main waits for the first time
    print("started by now:", started)
    print(await bare, "|", await task, "|", await ensured)

    print("ensure_future:", await asyncio.ensure_future(Letter()))
    print("a task passes through:", asyncio.ensure_future(task) is task)
    try:
        asyncio.create_task(Letter())
    except TypeError as error:
        print("create_task:", str(error).partition(", got")[0])


asyncio.run(main())
