# /// script
# requires-python = ">=3.8"
# ///
import asyncio

clay = 12  # kilograms, as it stands in the book


# --8<-- [start:take]
async def take(potter: str, amount: int) -> None:
    global clay
    if clay < amount:
        print(f"{potter}: not enough clay")
        return
    clay -= amount  # no await since the question
    await asyncio.sleep(0.1)  # weigh it
    print(f"{potter} has {amount} kg")


# --8<-- [end:take]
async def main() -> None:
    await asyncio.gather(take("Ada", 5), take("Bo", 5), take("Cleo", 5))
    print(f"the book says {clay} kg")


asyncio.run(main())
