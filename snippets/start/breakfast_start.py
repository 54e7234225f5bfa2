# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time

MINUTE = 0.1  # seconds: the story is told quickly


async def step(what: str, minutes: int) -> None:
    await asyncio.sleep(minutes * MINUTE)
    print(f"{what} at {time.perf_counter() - started:.2f} s")


async def main() -> None:
    await step("the water boils", 4)
    await step("the coffee is ready", 3)  # needs the water
    await step("the bread is toasted", 6)


started = time.perf_counter()
asyncio.run(main())
