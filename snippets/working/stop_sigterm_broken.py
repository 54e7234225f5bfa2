# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = -15
# declares = ["signal"]
# browser = "needs signals"
# ///
import asyncio
import signal


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, signal.raise_signal, signal.SIGTERM)
    print("blades on")
    try:
        await asyncio.sleep(10)
    finally:
        print("blades off")


asyncio.run(main())
