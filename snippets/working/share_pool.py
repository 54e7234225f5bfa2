# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def work(potter: str, orders: asyncio.Queue) -> None:
    while True:
        pot = await orders.get()
        await asyncio.sleep(0.1)
        print(f"{potter} has made a {pot}")
        orders.task_done()


async def main() -> None:
    orders = asyncio.Queue()
    for pot in ("cup", "bowl", "vase", "jug", "plate"):
        orders.put_nowait(pot)
    potters = [
        asyncio.create_task(work(potter, orders), name=potter)
        for potter in ("Ada", "Bo")
    ]
    await orders.join()
    print("all orders are done")
    for potter in potters:
        potter.cancel()


asyncio.run(main())
