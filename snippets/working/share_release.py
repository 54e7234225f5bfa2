# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def by_hand(book: asyncio.Lock) -> None:
    await book.acquire()
    await asyncio.sleep(0.1)
    book.release()


async def with_block(book: asyncio.Lock) -> None:
    async with book:
        await asyncio.sleep(0.1)


async def main() -> None:
    for use in (by_hand, with_block):
        book = asyncio.Lock()
        task = asyncio.create_task(use(book))
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.wait([task])
        print(use.__name__, "was cancelled, locked:", book.locked())


asyncio.run(main())
