import asyncio


async def mow(lawn: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(lawn, "is mown")


async def main() -> None:
    sunset = asyncio.get_running_loop().time() + 0.35
    for lawn in "front", "back", "side":
        try:
            async with asyncio.timeout_at(sunset):
                await mow(lawn, 0.2)
        except TimeoutError:
            print(lawn, "has to wait until tomorrow")


asyncio.run(main())
