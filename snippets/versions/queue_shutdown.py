# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`Queue.shutdown`"
# [[tool.executed.on]]
# python = "<3.13"
# returncode = 1
# ///
import asyncio


async def main():
    orders = asyncio.Queue()
    orders.shutdown()
    try:
        await orders.get()
    except asyncio.QueueShutDown:
        print("closed")


asyncio.run(main())
