# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# ///
import asyncio

pixels = []


async def light(pixel: int) -> int:
    return pixel + sum(range(120_000))  # some computing


async def corrected(pixel: int) -> int:
    return await light(pixel) + 3


# --8<-- [start:picture]
async def picture() -> None:
    for pixel in range(1, 101):
        pixels.append(await corrected(pixel))
        if pixel % 25 == 0:
            await asyncio.sleep(0)


# --8<-- [end:picture]
async def guide() -> None:
    for _ in range(4):
        print("guide: follows the star,", len(pixels), "pixels are done")
        await asyncio.sleep(0)


async def main() -> None:
    await asyncio.gather(picture(), guide())


asyncio.run(main())
