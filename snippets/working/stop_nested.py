import asyncio


async def mow() -> None:
    asked = asyncio.current_task().cancelling
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("driving home, requests:", asked())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("giving up, requests:", asked())
            raise


async def main() -> None:
    try:
        async with asyncio.timeout(0.3):
            try:
                async with asyncio.timeout(0.1):
                    await mow()
            except TimeoutError:
                print("it was the inner limit")
    except TimeoutError:
        print("it was the outer limit")
    print("requests:", asyncio.current_task().cancelling())


asyncio.run(main())
