import asyncio
from collections.abc import Awaitable, Callable


async def listen() -> None:
    print("radio: on")
    await asyncio.sleep(0.2)
    raise OSError("the battery is empty")


# --8<-- [start:restart]
async def again(work: Callable[[], Awaitable[None]], pause: float) -> None:
    while True:
        try:
            await work()
        except OSError as error:
            print(f"{work.__name__}: {error}; again in {pause} seconds")
        await asyncio.sleep(pause)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        radio = group.create_task(again(listen, 0.1))
        await asyncio.sleep(0.7)  # the work of the day
        radio.cancel()
    print("main: good night")


# --8<-- [end:restart]
asyncio.run(main())
