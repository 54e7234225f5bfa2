import asyncio


async def save_map() -> None:
    await asyncio.sleep(0.3)
    print("the map is saved")


async def mow() -> None:
    await asyncio.sleep(0.1)
    await asyncio.shield(save_map())


async def main() -> None:
    try:
        async with asyncio.timeout(0.2):
            await mow()
    except TimeoutError:
        print("the rain is here")


asyncio.run(main())
