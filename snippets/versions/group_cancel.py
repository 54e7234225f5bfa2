# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`TaskGroup.cancel`"
# [[tool.executed.on]]
# python = "<3.15"
# returncode = 1
# ///
import asyncio


async def main():
    async with asyncio.TaskGroup() as tasks:
        nap = tasks.create_task(asyncio.sleep(1))
        tasks.cancel()
    print("cancelled:", nap.cancelled())


asyncio.run(main())
