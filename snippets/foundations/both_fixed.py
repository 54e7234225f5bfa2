# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def baker(bread: asyncio.Future) -> None:
    await asyncio.sleep(0.1)
    bread.set_result("a warm loaf")
    await asyncio.sleep(0.1)  # cleans the table
    print("baker: the oven is off")


async def customer(bread: asyncio.Future) -> str:
    return "customer has " + await bread


# --8<-- [start:main]
async def main() -> None:
    bread = asyncio.get_running_loop().create_future()
    baking = asyncio.create_task(baker(bread))
    buying = asyncio.create_task(customer(bread))
    answers = await asyncio.gather(buying, baking)
    print([type(answer).__name__ for answer in answers])
    print(answers[0], "- baking is done:", baking.done())


# --8<-- [end:main]
asyncio.run(main())
