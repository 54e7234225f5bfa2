# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`wait()` takes coroutines"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# [[tool.executed.on]]
# python = ">=3.11"
# declares = ["never-awaited"]
# ///
import asyncio
import warnings

warnings.simplefilter("default")


async def main():
    done, _ = await asyncio.wait([asyncio.sleep(0.01, "rested")])
    print(done.pop().result())


asyncio.run(main())
