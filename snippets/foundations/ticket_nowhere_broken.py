# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = 1
# ///
import asyncio

cake = asyncio.Future()


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, cake.set_result, "cherry cake")
    print(await cake)


asyncio.run(main())
