import asyncio
import time

MINUTE = 0.1  # seconds: the story is told quickly


async def step(what: str, minutes: int) -> None:
    await asyncio.sleep(minutes * MINUTE)
    print(f"{what} at {time.perf_counter() - started:.2f} s")


# --8<-- [start:together]
async def coffee() -> None:
    await step("the water boils", 4)
    await step("the coffee is ready", 3)  # needs the water


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(coffee())
        tasks.create_task(step("the bread is toasted", 6))


# --8<-- [end:together]
started = time.perf_counter()
asyncio.run(main())
