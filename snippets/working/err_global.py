# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-retrieved"]
# browser = "shows how an interpreter ends, and a browser ends it otherwise"
# [[tool.executed.on]]
# python = "==3.13.*"
# declares = []
# ///
import asyncio

background = []


async def pump() -> None:
    raise OSError("the tank is empty")


async def main() -> None:
    background.append(asyncio.create_task(pump()))
    await asyncio.sleep(0.1)
    print("main is over")


asyncio.run(main())
print("the loop is closed")
