# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def gardener(basket: asyncio.Future, seconds: float) -> None:
    basket.set_result("six tomatoes")
    await asyncio.sleep(seconds)  # cleans the tools
    raise OSError("the shed is locked")


async def cook(basket: asyncio.Future) -> str:
    return "soup of " + await basket


# --8<-- [start:main]
async def dinner(seconds: float) -> None:
    basket = asyncio.get_running_loop().create_future()
    picking = asyncio.create_task(gardener(basket, seconds))
    cooking = asyncio.create_task(cook(basket))
    answers = await cooking, picking  # (await cooking), picking
    print("main goes on with", answers[0])
    if picking.done():
        print("the exception is in answers[1]:", answers[1].exception())
    else:
        print("answers[1] has not failed yet")


asyncio.run(dinner(seconds=0))
asyncio.run(dinner(seconds=0.1))
# --8<-- [end:main]
