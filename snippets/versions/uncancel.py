# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`Task.uncancel`"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("requests left:", task.uncancel())


asyncio.run(main())
