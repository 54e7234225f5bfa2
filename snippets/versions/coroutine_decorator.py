# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.coroutine`"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# ///
import asyncio


@asyncio.coroutine
def nap():
    yield from asyncio.sleep(0.01)
    return "rested"


print(asyncio.run(nap()))
