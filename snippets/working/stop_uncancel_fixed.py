import asyncio


async def slip() -> None:
    raise OSError("a wheel slips")


async def mow() -> None:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        # --8<-- [start:stay]
        print("the owner waves; mowing on")
        asyncio.current_task().uncancel()
        # --8<-- [end:stay]
    try:
        async with asyncio.TaskGroup() as wheels:
            wheels.create_task(slip())
    except* OSError as group:
        print("caught", group.exceptions)
    await asyncio.sleep(0.1)
    print("mown")


async def main() -> None:
    mowing = asyncio.create_task(mow())
    await asyncio.sleep(0.1)
    mowing.cancel()
    await asyncio.wait([mowing])
    print("cancelled:", mowing.cancelled())


asyncio.run(main())
