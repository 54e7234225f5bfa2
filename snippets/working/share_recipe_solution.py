# /// script
# requires-python = ">=3.8"
# ///
import asyncio

locks = {}
recipes = {}


async def fetch(glaze: str) -> str:
    print("looking up", glaze)
    await asyncio.sleep(0.2)
    return f"{glaze}: two parts ash, one part clay"


# --8<-- [start:recipe]
async def recipe(glaze: str) -> str:
    lock = locks.setdefault(glaze, asyncio.Lock())
    async with lock:  # one for each glaze
        if glaze not in recipes:
            recipes[glaze] = await fetch(glaze)
    return recipes[glaze]


# --8<-- [end:recipe]
async def main() -> None:
    wanted = ("celadon", "tenmoku", "celadon", "celadon")
    for text in await asyncio.gather(*map(recipe, wanted)):
        print(text)


asyncio.run(main())
