# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def mow() -> None:
    try:
        await asyncio.sleep(10)
    except BaseException:
        print("told to stop")
    await asyncio.Event().wait()  # who tells me now?


async def main() -> None:
    mowing = asyncio.create_task(mow())
    await asyncio.sleep(0.1)
    mowing.cancel()
    await asyncio.wait([mowing], timeout=0.4)
    print("it has stopped:", mowing.done())
    while not mowing.done():
        print("once more")
        mowing.cancel()
        await asyncio.wait([mowing], timeout=0.1)
    print("it has stopped:", mowing.done())


asyncio.run(main())
