# /// script
# requires-python = ">=3.8"
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
