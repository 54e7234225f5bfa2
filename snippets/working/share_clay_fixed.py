# /// script
# requires-python = ">=3.8"
# ///
import asyncio

clay = 12  # kilograms, as it stands in the book


# --8<-- [start:take]
async def take(book: asyncio.Lock, potter: str, amount: int) -> None:
    global clay
    async with book:  # one at a time
        left = clay
        if left < amount:
            print(f"{potter}: not enough clay")
            return
        await asyncio.sleep(0.1)  # weigh it
        clay = left - amount
    print(f"{potter} takes {amount} kg, the book says {clay} kg")


async def main() -> None:
    book = asyncio.Lock()
    potters = ("Ada", "Bo", "Cleo")
    await asyncio.gather(*(take(book, potter, 5) for potter in potters))


# --8<-- [end:take]
asyncio.run(main())
