# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`create_task(eager_start=True)`"
# [[tool.executed.on]]
# python = "<3.14"
# returncode = 1
# [[tool.executed.on]]
# python = "<3.14"
# declares = ["never-awaited"]
# ///
import asyncio


async def ring():
    print("rung")


async def main():
    asyncio.create_task(ring(), eager_start=True)
    print("created")


asyncio.run(main())
