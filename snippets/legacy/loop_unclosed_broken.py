# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "prints the class of its event loop, and a browser has another"
# ///
import asyncio
import gc
import warnings

warnings.simplefilter("default")


async def greet():
    print("good morning")


loop = asyncio.new_event_loop()
loop.run_until_complete(greet())
del loop
gc.collect()
