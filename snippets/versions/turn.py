# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "the exercise"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
import asyncio


def read_scale():
    return 72


async def main():
    async with asyncio.timeout(1):
        print(await asyncio.to_thread(read_scale), "kg")


asyncio.run(main())
