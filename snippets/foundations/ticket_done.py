# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def neighbour() -> None:
    print("neighbour: my turn")


async def main() -> None:
    cake = asyncio.get_running_loop().create_future()
    cake.set_result("cherry cake")
    task = asyncio.create_task(neighbour())
    print("main has", await cake)
    print("main has", await cake)
    await task


asyncio.run(main())
