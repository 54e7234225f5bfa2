# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def mow() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        print("driving home")
        await asyncio.sleep(0.3)
        print("at home")


async def main() -> None:
    mowing = asyncio.create_task(mow())
    await asyncio.sleep(0.1)
    mowing.cancel()
    await asyncio.sleep(0.1)
    mowing.cancel()  # did it not hear?
    await asyncio.wait([mowing])
    print("cancelled:", mowing.cancelled())


asyncio.run(main())
