# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`inspect.getasyncgenstate`"
# [[tool.executed.on]]
# python = "<3.12"
# returncode = 1
# ///
import inspect


async def rooms():
    yield "hall"


print(inspect.getasyncgenstate(rooms()))
