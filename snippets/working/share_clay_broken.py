# /// script
# requires-python = ">=3.8"
# ///
import asyncio

clay = 12  # kilograms, as it stands in the book


async def take(potter: str, amount: int) -> None:
    global clay
    left = clay
    if left < amount:
        print(f"{potter}: not enough clay")
        return
    await asyncio.sleep(0.1)  # weigh it
    clay = left - amount
    print(f"{potter} takes {amount} kg, the book says {clay} kg")


async def main() -> None:
    await asyncio.gather(take("Ada", 5), take("Bo", 5), take("Cleo", 5))


asyncio.run(main())
