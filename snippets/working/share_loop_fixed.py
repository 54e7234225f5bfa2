# /// script
# requires-python = ">=3.8"
# ///
import asyncio


# --8<-- [start:day]
async def take(potter: str, book: asyncio.Lock) -> None:
    async with book:
        print(potter, "has the book")
        await asyncio.sleep(0.05)


async def day() -> None:
    book = asyncio.Lock()  # made in the loop that uses it
    await asyncio.gather(take("Ada", book), take("Bo", book))


# --8<-- [end:day]
for number in (1, 2):
    print("day", number)
    asyncio.run(day())
