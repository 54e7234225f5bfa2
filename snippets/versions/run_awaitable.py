# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`run()` takes any awaitable"
# [[tool.executed.on]]
# python = "<3.14"
# returncode = 1
# ///
import asyncio


class Letter:
    def __await__(self):
        yield
        return "hello"


print(asyncio.run(Letter()))
