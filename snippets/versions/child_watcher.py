# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "child watchers"
# [[tool.executed.on]]
# python = ">=3.14"
# returncode = 1
# ///
import asyncio
import warnings

warnings.simplefilter("default")
print(asyncio.get_child_watcher() is not None)
