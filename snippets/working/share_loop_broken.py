# /// script
# requires-python = ">=3.8"
# ///
import asyncio

book = asyncio.Lock()


async def take(potter: str) -> None:
    async with book:
        print(potter, "has the book")
        await asyncio.sleep(0.05)


async def day() -> None:
    await asyncio.gather(take("Ada"), take("Bo"))


for number in (1, 2):
    print("day", number)
    try:
        asyncio.run(day())
    except RuntimeError as error:
        print("RuntimeError: …", str(error).split("> ")[-1])
        break
