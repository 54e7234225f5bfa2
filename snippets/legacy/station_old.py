# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L03: `@asyncio.coroutine` and `yield from`"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# ///
import asyncio


@asyncio.coroutine
def read_station(name):
    yield from asyncio.sleep(0.1)  # stands for the network
    return name + ": 4 degrees"


loop = asyncio.get_event_loop()
print(loop.run_until_complete(read_station("Oslo")))
loop.close()
