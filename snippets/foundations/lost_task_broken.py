# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["task-destroyed"]
# ///
import asyncio
import gc
import weakref

waiting = weakref.WeakSet()  # of futures: who waits for an answer


async def order_flour() -> None:
    reply = asyncio.get_running_loop().create_future()
    waiting.add(reply)
    print("flour is ordered")
    print("the mill says:", await reply)


async def mill() -> None:
    await asyncio.sleep(0.1)
    gc.collect()  # Python does so by itself, now and then
    print("letters to answer:", len(waiting))
    for reply in waiting:
        reply.set_result("flour comes tomorrow")


# --8<-- [start:main]
async def main() -> None:
    asyncio.create_task(order_flour())
    await mill()
    await asyncio.sleep(0.1)
    print("main ends")


# --8<-- [end:main]
asyncio.run(main())
