# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.Barrier`"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
import asyncio


async def arrive(gate):
    async with gate:
        return "all are here"


async def main():
    gate = asyncio.Barrier(2)
    print(await asyncio.gather(arrive(gate), arrive(gate)))


asyncio.run(main())
