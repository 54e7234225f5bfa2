# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = 1
# ///
import asyncio


async def greet(name):
    print("good morning,", name)


asyncio.run(greet("Ada"))
loop = asyncio.get_event_loop()
loop.run_until_complete(greet("Grace"))
