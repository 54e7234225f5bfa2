# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# ///
import asyncio
import time


# --8<-- [start:first]
async def first_of(*cakes: asyncio.Future) -> str:
    first = asyncio.get_running_loop().create_future()

    def tell(cake: asyncio.Future) -> None:
        if not first.done():
            first.set_result(cake.result())

    for cake in cakes:
        cake.add_done_callback(tell)
    return await first


# --8<-- [end:first]
async def main() -> None:
    loop = asyncio.get_running_loop()
    plum, cherry = loop.create_future(), loop.create_future()
    loop.call_later(0.2, plum.set_result, "plum cake")
    loop.call_later(0.1, cherry.set_result, "cherry cake")
    used = time.process_time()
    print("first:", await first_of(plum, cherry))
    used = time.process_time() - used
    print(f"processor time: {used:.2f} s, busy: {used > 0.01}")
    await plum


asyncio.run(main())
