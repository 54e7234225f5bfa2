# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def observe(star: str) -> str:
    print("the telescope turns to", star)
    await asyncio.sleep(0.2)
    return f"{star} is blue"


print("asyncio.run returned:", asyncio.run(observe("Vega")))
