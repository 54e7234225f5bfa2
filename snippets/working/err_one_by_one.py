# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def pump() -> None:
    await asyncio.sleep(0.1)
    raise OSError("the tank is empty")


async def heater() -> None:
    await asyncio.sleep(0.3)
    print("heater: it is warm")


# --8<-- [start:main]
async def main() -> None:
    heating = asyncio.create_task(heater())
    watering = asyncio.create_task(pump())
    try:
        await heating
        await watering
    except OSError as error:
        print("main hears:", error)
    await asyncio.sleep(0.05)


# --8<-- [end:main]
asyncio.run(main())
