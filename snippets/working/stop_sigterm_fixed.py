# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs signals"
# ///
import asyncio
import signal


async def main() -> None:
    loop = asyncio.get_running_loop()
    # --8<-- [start:handler]
    me = asyncio.current_task()
    loop.add_signal_handler(signal.SIGTERM, me.cancel)
    # --8<-- [end:handler]
    loop.call_later(0.1, signal.raise_signal, signal.SIGTERM)
    print("blades on")
    try:
        await asyncio.sleep(10)
    finally:
        print("blades off")


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("asyncio.run raises a CancelledError")
