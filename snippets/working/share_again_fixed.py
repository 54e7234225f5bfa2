# /// script
# requires-python = ">=3.8"
# ///
import asyncio


# --8<-- [start:take]
def note(line: str) -> None:  # whoever calls it has the book
    print("noted:", line)


async def take(book: asyncio.Lock, amount: int) -> None:
    async with book:
        print("the book is mine")
        note(f"{amount} kg taken")


# --8<-- [end:take]
async def main() -> None:
    book = asyncio.Lock()
    try:
        await asyncio.wait_for(take(book, 5), timeout=0.3)
    except asyncio.TimeoutError:
        print("nothing was noted")


asyncio.run(main())
