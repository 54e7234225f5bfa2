# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def pump() -> None:
    await asyncio.sleep(0.1)
    raise OSError("the tank is empty")


async def heater() -> None:
    await asyncio.sleep(0.2)
    raise RuntimeError("the greenhouse is on fire")


async def main() -> None:
    try:
        await asyncio.gather(pump(), heater())
    except OSError as error:
        print("main hears:", error)
    await asyncio.sleep(0.2)
    print("closing time")


asyncio.run(main())
