# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.EventLoop`"
# [[tool.executed.on]]
# python = "<3.13"
# returncode = 1
# ///
import asyncio

with asyncio.Runner(loop_factory=asyncio.EventLoop) as runner:
    print(runner.run(asyncio.sleep(0.01, "rested")))
