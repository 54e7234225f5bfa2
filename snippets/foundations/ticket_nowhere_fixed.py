# /// script
# requires-python = ">=3.8"
# ///
import asyncio


# --8<-- [start:main]
async def main() -> None:
    loop = asyncio.get_running_loop()
    cake = loop.create_future()
    loop.call_later(0.1, cake.set_result, "cherry cake")
    print(await cake)


# --8<-- [end:main]
asyncio.run(main())
