# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`run(loop_factory=…)`"
# browser = "prints the class of its event loop, and a browser has another"
# [[tool.executed.on]]
# python = "<3.12"
# returncode = 1
# [[tool.executed.on]]
# python = "<3.12"
# declares = ["never-awaited"]
# ///
import asyncio


async def main():
    print(type(asyncio.get_running_loop()).__name__)


asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)
