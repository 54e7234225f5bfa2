# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-retrieved"]
# ///
import asyncio


async def pump() -> None:
    await asyncio.sleep(0.15)
    raise OSError("the tank is empty")


async def visits() -> None:
    for hour in "morning", "noon", "evening":
        print(hour, "- visitors admire the plants")
        await asyncio.sleep(0.1)


async def main() -> None:
    watering = asyncio.create_task(pump())
    await visits()
    print("closing time - watering is done:", watering.done())


asyncio.run(main())
print("a good day")
