import asyncio


async def mow() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.3)
        print("the mower is at home")


# --8<-- [start:stop]
async def stop(mowing: asyncio.Task) -> None:
    mowing.cancel()
    await asyncio.wait([mowing])


# --8<-- [end:stop]
async def main() -> None:
    mowing = asyncio.create_task(mow())
    await asyncio.sleep(0.1)
    try:
        async with asyncio.timeout(0.1):
            await stop(mowing)
            print("I have all the time in the world")
    except TimeoutError:
        print("I cannot wait any longer")
    await asyncio.wait([mowing])


asyncio.run(main())
