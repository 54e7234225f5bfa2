# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`async for` over `as_completed`"
# [[tool.executed.on]]
# python = "<3.13"
# returncode = 1
# [[tool.executed.on]]
# python = "<3.13"
# declares = ["never-awaited"]
# ///
import asyncio


async def main():
    naps = [asyncio.sleep(delay, delay) for delay in (0.2, 0.01)]
    async for nap in asyncio.as_completed(naps):
        print("awake after", await nap)


asyncio.run(main())
