# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.TaskGroup`"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
import asyncio


async def main():
    async with asyncio.TaskGroup() as tasks:
        nap = tasks.create_task(asyncio.sleep(0.01, "rested"))
    print(nap.result())


asyncio.run(main())
