# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.timeout`"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
import asyncio


async def main():
    async with asyncio.timeout(0.01):
        await asyncio.sleep(1)


try:
    asyncio.run(main())
except TimeoutError:
    print("too late")
