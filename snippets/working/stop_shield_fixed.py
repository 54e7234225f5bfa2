import asyncio
from collections.abc import Coroutine


async def save_map() -> None:
    await asyncio.sleep(0.3)
    print("the map is saved")


# --8<-- [start:finish]
async def finish(work: Coroutine) -> object:
    """Be told to stop as often as you like; stop when it is done."""
    task = asyncio.create_task(work)
    told = None
    while not task.done():
        try:
            await asyncio.wait([task])  # never cancels what it waits for
        except asyncio.CancelledError as error:
            told = error
    if told:
        raise told
    return task.result()


# --8<-- [end:finish]
async def mow() -> None:
    await asyncio.sleep(0.1)
    await finish(save_map())


async def main() -> None:
    try:
        async with asyncio.timeout(0.3):
            async with asyncio.timeout(0.2):
                await mow()
    except TimeoutError:
        print("the rain is here")


asyncio.run(main())
