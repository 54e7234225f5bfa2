# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time


async def collect(basket: asyncio.Future) -> None:
    try:
        print("collected", await basket)
    except asyncio.CancelledError:
        print("told to stop; collected nothing")
        raise


async def main() -> None:
    basket = asyncio.get_running_loop().create_future()
    collecting = asyncio.create_task(collect(basket))
    await asyncio.sleep(0.1)
    basket.set_result("the grass")
    time.sleep(0.1)  # so that you can see it
    collecting.cancel()
    await asyncio.wait([collecting])


asyncio.run(main())
