import asyncio


async def mow(way_home: float) -> None:
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(way_home)
        print("at home, after", way_home, "seconds")


# --8<-- [start:stop]
async def stop(mowing: asyncio.Task, patience: float) -> bool:
    """Tell it to stop, wait a while: is it at home?"""
    mowing.cancel()
    await asyncio.wait([mowing], timeout=patience)
    return mowing.done()


# --8<-- [end:stop]
async def main() -> None:
    for way_home in 0.1, 0.4:
        mowing = asyncio.create_task(mow(way_home))
        await asyncio.sleep(0.1)
        print("stopped in time:", await stop(mowing, patience=0.2))
        await asyncio.sleep(0.3)


asyncio.run(main())
