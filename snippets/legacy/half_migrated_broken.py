# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = 1
# ///
import asyncio


async def read_station(name):
    yield asyncio.sleep(0.1)
    print(name, "has answered")


async def main():
    await read_station("Oslo")


asyncio.run(main())
