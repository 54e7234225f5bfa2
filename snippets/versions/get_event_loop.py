# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`get_event_loop()` makes a loop"
# [[tool.executed.on]]
# python = ">=3.14"
# returncode = 1
# ///
import asyncio

loop = asyncio.get_event_loop()
print(loop.run_until_complete(asyncio.sleep(0.01, "rested")))
loop.close()
