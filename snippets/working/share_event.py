import asyncio


async def pour(potter: str, comes_after: float, hot: asyncio.Event) -> None:
    await asyncio.sleep(comes_after)
    await hot.wait()
    print(potter, "glazes a bowl")


async def heat(hot: asyncio.Event) -> None:
    await asyncio.sleep(0.2)
    print("the kiln is hot")
    hot.set()


async def main() -> None:
    hot = asyncio.Event()
    async with asyncio.TaskGroup() as studio:
        studio.create_task(pour("Ada", 0, hot))
        studio.create_task(pour("Bo", 0.1, hot))
        studio.create_task(pour("Cleo", 0.3, hot))
        studio.create_task(heat(hot))


asyncio.run(main())
