import asyncio


async def drive() -> None:
    await asyncio.sleep(0.2)
    raise OSError("a wheel slips")


async def drive_patiently() -> None:
    for attempt in 1, 2, 3:
        try:
            await drive()
            break
        # --8<-- [start:except]
        except OSError:
            print("attempt", attempt, "failed")
        # --8<-- [end:except]


async def main() -> None:
    try:
        async with asyncio.timeout(0.1) as limit:
            await drive_patiently()
        print("no TimeoutError, expired:", limit.expired())
    except TimeoutError:
        print("the rain is here")


asyncio.run(main())
