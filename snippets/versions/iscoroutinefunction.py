# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.iscoroutinefunction`"
# ///
import asyncio


async def ring():
    return "rung"


print(asyncio.iscoroutinefunction(ring))
