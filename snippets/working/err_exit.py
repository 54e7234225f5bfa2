# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = 3
# ///
import asyncio
import sys


async def guard() -> None:
    await asyncio.sleep(0.1)
    sys.exit(3)


async def main() -> None:
    watching = asyncio.create_task(guard())
    try:
        await asyncio.sleep(9)
    finally:
        print("main is cancelled, guard has", repr(watching.exception()))


asyncio.run(main())
