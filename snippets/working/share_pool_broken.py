# /// script
# requires-python = ">=3.8"
# ///
import asyncio


# --8<-- [start:work]
async def work(orders: asyncio.Queue) -> None:
    while True:
        pot = await orders.get()
        await asyncio.sleep(0.1)
        if pot == "vase":
            raise ValueError("the vase has a crack")
        print("made a", pot)
        orders.task_done()


async def main() -> None:
    orders = asyncio.Queue()
    for pot in ("cup", "vase", "jug", "plate"):
        orders.put_nowait(pot)
    potters = [asyncio.create_task(work(orders)) for _ in range(2)]
    try:
        await asyncio.wait_for(orders.join(), timeout=0.8)
    except asyncio.TimeoutError:
        print("join() still waits, the queue has", orders.qsize())
    # --8<-- [end:work]
    for potter in potters:
        potter.cancel()
    await asyncio.gather(*potters, return_exceptions=True)


asyncio.run(main())
