# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`anext()` and `aiter()`"
# [[tool.executed.on]]
# python = "<3.10"
# returncode = 1
# ///
import asyncio


async def rooms():
    yield "hall"


async def main():
    print(await anext(aiter(rooms())))


asyncio.run(main())
