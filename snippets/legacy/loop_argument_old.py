# /// script
# requires-python = ">=3.8"
# [[tool.executed.on]]
# python = ">=3.10"
# returncode = 1
# ///
import asyncio


async def main(loop):
    door = asyncio.Lock(loop=loop)
    async with door:
        await asyncio.sleep(0.1, loop=loop)
        print("one guest came in")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main(loop))
finally:
    loop.close()
