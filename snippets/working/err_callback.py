# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def open_window(angle: str) -> None:
    print("the window opens to", int(angle))


async def main() -> None:
    loop = asyncio.get_running_loop()
    try:
        loop.call_soon(open_window, "wide")
        await asyncio.sleep(0.1)
    except ValueError:
        print("main never comes here")
    print("main goes on")


asyncio.run(main())
