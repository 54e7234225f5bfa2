# /// script
# [tool.executed]
# declares = ["never-retrieved"]
# browser = "prints a message that the browser's Python words otherwise"
# ///
import asyncio


async def save_map() -> None:
    await asyncio.sleep(0.3)
    raise OSError("no space left")


async def mow() -> None:
    await asyncio.sleep(0.1)
    await asyncio.shield(save_map())


async def main() -> None:
    try:
        async with asyncio.timeout(0.2):
            await mow()
    except TimeoutError:
        print("the rain is here")
    await asyncio.sleep(0.3)


asyncio.run(main())
