# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`loop=` arguments"
# [[tool.executed.on]]
# python = ">=3.10"
# returncode = 1
# ///
import asyncio


async def main():
    await asyncio.sleep(0.01, loop=asyncio.get_running_loop())
    print("rested")


asyncio.run(main())
