# /// script
# requires-python = ">=3.8"
# ///
import asyncio

recipes = {}


async def fetch(glaze: str) -> str:
    print("looking up", glaze)
    await asyncio.sleep(0.2)
    return f"{glaze}: two parts ash, one part clay"


async def recipe(glaze: str) -> str:
    if glaze not in recipes:
        recipes[glaze] = await fetch(glaze)
    return recipes[glaze]


async def main() -> None:
    wanted = ("celadon", "tenmoku", "celadon", "celadon")
    for text in await asyncio.gather(*map(recipe, wanted)):
        print(text)


asyncio.run(main())
