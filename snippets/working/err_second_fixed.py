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


# --8<-- [start:main]
async def main() -> None:
    work = pump(), heater()
    for answer in await asyncio.gather(*work, return_exceptions=True):
        if isinstance(answer, BaseException):
            print("main hears:", answer)
    print("closing time")


# --8<-- [end:main]
asyncio.run(main())
