# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-retrieved"]
# ///
import asyncio


# --8<-- [start:error]
async def baker(bread: asyncio.Future) -> None:
    bread.set_result("a warm loaf")
    raise OSError("the oven is on fire")


async def customer(bread: asyncio.Future) -> str:
    return "customer has " + await bread


async def main() -> None:
    bread = asyncio.get_running_loop().create_future()
    baking = asyncio.create_task(baker(bread))
    buying = asyncio.create_task(customer(bread))
    answers = await buying, baking
    print(answers[0], "- a good day")


# --8<-- [end:error]
asyncio.run(main())
