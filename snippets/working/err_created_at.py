# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def pump() -> None:
    raise OSError("the tank is empty")


# --8<-- [start:main]
def log(loop: asyncio.AbstractEventLoop, context: dict) -> None:
    print(context["message"], "-", context["exception"])
    for call in context["source_traceback"]:
        if call.filename == __file__:
            print(f"{call.name}: {call.line}")


async def main() -> None:
    asyncio.get_running_loop().set_exception_handler(log)
    asyncio.create_task(pump())
    await asyncio.sleep(0.1)


asyncio.run(main(), debug=True)
# --8<-- [end:main]
