# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`asyncio.print_call_graph`"
# [[tool.executed.on]]
# python = "<3.14"
# returncode = 1
# ///
import asyncio
import io


async def main():
    report = io.StringIO()
    asyncio.print_call_graph(file=report)
    print("main()" in report.getvalue())


asyncio.run(main())
