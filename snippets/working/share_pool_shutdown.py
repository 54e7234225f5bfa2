# /// script
# requires-python = ">=3.13"
# ///
import asyncio


# --8<-- [start:work]
async def work(potter: str, orders: asyncio.Queue) -> None:
    try:
        while True:
            pot = await orders.get()
            await asyncio.sleep(0.1)
            print(f"{potter} has made a {pot}")
    except asyncio.QueueShutDown:
        print(potter, "goes home")


async def main() -> None:
    orders = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as studio:
        studio.create_task(work("Ada", orders), name="Ada")
        studio.create_task(work("Bo", orders), name="Bo")
        for pot in ("cup", "bowl", "vase", "jug", "plate"):
            await orders.put(pot)
        orders.shutdown()  # no more orders; what is there will be made
    print("the studio is closed")


# --8<-- [end:work]
asyncio.run(main())
