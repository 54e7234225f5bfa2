import asyncio


async def mow() -> None:
    print("blades on")
    try:
        await asyncio.sleep(10)
    finally:
        print("blades off")


async def main() -> None:
    mowing = asyncio.create_task(mow())
    mowing.cancel()
    await asyncio.wait([mowing])
    print("cancelled:", mowing.cancelled())


asyncio.run(main())
