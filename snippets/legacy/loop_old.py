# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L06: `get_event_loop` and `run_until_complete`"
# [[tool.executed.on]]
# python = ">=3.14"
# returncode = 1
# ///
import asyncio


async def greet():
    await asyncio.sleep(0.1)
    print("good morning")


loop = asyncio.get_event_loop()
loop.run_until_complete(greet())
