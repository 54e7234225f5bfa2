# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def main() -> None:
    door = asyncio.Lock()
    async with door:
        await asyncio.sleep(0.1)
        print("one guest came in")


asyncio.run(main())
