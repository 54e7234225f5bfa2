# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.Runner`"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
import asyncio

with asyncio.Runner() as runner:
    for meal in ("soup", "pie"):
        print(runner.run(asyncio.sleep(0.01, meal)))
