# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def pump() -> None:
    raise OSError("the tank is empty")


async def drain() -> None:
    try:
        await asyncio.sleep(9)
    finally:
        raise OSError("the drain is blocked")


# --8<-- [start:main]
def log(loop: asyncio.AbstractEventLoop, context: dict) -> None:
    print(context["message"], "-", context["exception"])


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log)
    asyncio.create_task(pump())
    await asyncio.sleep(0.05)
    asyncio.gather(pump())
    await asyncio.sleep(0.05)
    loop.create_future().set_exception(OSError("nobody has the future"))
    await asyncio.sleep(0.05)
    loop.call_soon(int, "two litres")
    await asyncio.sleep(0.05)
    asyncio.create_task(drain())
    await asyncio.sleep(0.05)


# --8<-- [end:main]
asyncio.run(main())
