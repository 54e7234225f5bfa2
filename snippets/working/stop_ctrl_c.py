# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import signal


async def main() -> None:
    try:
        signal.raise_signal(signal.SIGINT)  # as if you pressed Ctrl-C
        print("this step ends first")
        await asyncio.sleep(10)
    except BaseException as error:
        print("main gets a", type(error).__name__)
        raise
    finally:
        await asyncio.sleep(0.2)
        print("at home")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("asyncio.run raises a KeyboardInterrupt")
