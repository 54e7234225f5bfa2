# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L12: a future shared by two coroutines"
# ///
import asyncio


async def customer(cake: asyncio.Future) -> str:
    print("customer: is it done?", cake.done())
    print("customer: I have", await cake)
    return "happy customer"


async def baker(cake: asyncio.Future) -> str:
    print("baker: I bake")
    await asyncio.sleep(0.2)
    cake.set_result("a cherry cake")
    print("baker: done is", cake.done(), "and I go on")
    return "tired baker"


async def main() -> None:
    cake = asyncio.get_running_loop().create_future()
    print(await asyncio.gather(customer(cake), baker(cake)))


asyncio.run(main())
