import asyncio


async def pump() -> None:
    await asyncio.sleep(0.1)
    raise OSError("the tank is empty")


async def heater() -> None:
    await asyncio.sleep(0.3)
    print("heater: it is warm")


# --8<-- [start:main]
async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(heater())
            tasks.create_task(pump())
    except* OSError as group:
        print("main hears:", group.exceptions)
    await asyncio.sleep(0.25)


# --8<-- [end:main]
asyncio.run(main())
