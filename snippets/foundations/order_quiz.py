# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def oven() -> None:
    print("oven is on")
    await asyncio.sleep(0)
    print("oven is hot")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "clock strikes")
    heating = asyncio.create_task(oven())
    loop.call_soon(print, "bell rings")
    print("main is at the door")
    await asyncio.sleep(0)
    print("main is in the shop")
    await heating
    print("main has bread")


asyncio.run(main())
