# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "eager tasks"
# [[tool.executed.on]]
# python = "<3.12"
# returncode = 1
# ///
import asyncio


async def ring():
    print("rung")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(ring())
    print("created")


asyncio.run(main())
