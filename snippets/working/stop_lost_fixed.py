# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def collect(baskets: asyncio.Queue) -> None:
    try:
        print("collected", await baskets.get())
    except asyncio.CancelledError:
        print("told to stop; collected nothing")
        raise


async def main() -> None:
    baskets = asyncio.Queue()
    collecting = asyncio.create_task(collect(baskets))
    await asyncio.sleep(0.1)
    baskets.put_nowait("the grass")
    collecting.cancel()
    await asyncio.wait([collecting])
    print("still there:", baskets.get_nowait())


asyncio.run(main())
