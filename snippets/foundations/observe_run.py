# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L05, L10: `async def` and `asyncio.run`"
# ///
import asyncio


async def observe(star: str) -> str:
    print("the telescope turns to", star)
    await asyncio.sleep(0.2)
    return f"{star} is blue"


print("asyncio.run returned:", asyncio.run(observe("Vega")))
