import asyncio
from collections.abc import Awaitable, Callable, Generator


class Letter:  # awaitable, and neither a coroutine nor a future
    def __await__(self) -> Generator:
        return asyncio.sleep(0).__await__()


async def ask() -> None:
    await asyncio.sleep(0)


async def accepts(call: Callable, awaitable: Awaitable) -> str:
    try:
        await call(awaitable)
        return "yes"
    except (TypeError, AttributeError) as error:
        getattr(awaitable, "close", int)()  # a coroutine that nobody took
        return type(error).__name__


async def main() -> None:
    calls = {
        "create_task": asyncio.create_task,
        "loop.create_task": asyncio.get_running_loop().create_task,
        "ensure_future": asyncio.ensure_future,
        "gather": asyncio.gather,
        "wait": lambda one: asyncio.wait([one]),
        "as_completed": lambda one: next(iter(asyncio.as_completed([one]))),
    }
    print(f"{'':18}{'coroutine':13}{'task':13}other awaitable")
    for name, call in calls.items():
        made = ask(), asyncio.create_task(ask()), Letter()
        answers = [await accepts(call, awaitable) for awaitable in made]
        print(f"{name:18}{answers[0]:13}{answers[1]:13}{answers[2]}")


asyncio.run(main())
