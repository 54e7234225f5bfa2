# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def note(book: asyncio.Lock, line: str) -> None:
    async with book:
        print("noted:", line)


async def take(book: asyncio.Lock, amount: int) -> None:
    async with book:
        print("the book is mine")
        await note(book, f"{amount} kg taken")


async def main() -> None:
    book = asyncio.Lock()
    try:
        await asyncio.wait_for(take(book, 5), timeout=0.3)
    except asyncio.TimeoutError:
        print("nothing was noted")
    print("asyncio has an RLock:", hasattr(asyncio, "RLock"))


asyncio.run(main())
