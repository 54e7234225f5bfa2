# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.to_thread`"
# [[tool.executed.on]]
# python = "<3.9"
# returncode = 1
# ///
import asyncio
import threading


def where():
    return threading.current_thread() is threading.main_thread()


async def main():
    print("in the main thread:", await asyncio.to_thread(where))


asyncio.run(main())
