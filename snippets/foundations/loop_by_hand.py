# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def bake(name: str) -> str:
    await asyncio.sleep(0.1)
    return name + " is ready"


loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(bake("bread")))
    print(loop.run_until_complete(bake("cake")))
finally:
    loop.close()

try:
    loop.call_soon(print, "one more thing")
except RuntimeError as error:
    print("RuntimeError:", error)
