# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def pump() -> None:
    await asyncio.sleep(0.1)
    raise OSError("the tank is empty")


# --8<-- [start:main]
async def main() -> None:
    watering = asyncio.create_task(pump())
    try:
        watering.exception()
    except asyncio.InvalidStateError as error:
        print("too early:", error)
    await asyncio.sleep(0.2)
    print("nothing happened, and the exception is there:")
    print("exception() returns", repr(watering.exception()))
    try:
        watering.result()
    except OSError as error:
        print("result() raises", repr(error))
    for attempt in "first", "second":
        try:
            await watering
        except OSError as error:
            print(attempt, "await raises", error is watering.exception())


# --8<-- [end:main]
asyncio.run(main())
