import asyncio


# --8<-- [start:work]
async def work(orders: asyncio.Queue) -> None:
    while True:
        pot = await orders.get()
        try:
            await asyncio.sleep(0.1)
            if pot == "vase":
                raise ValueError("the vase has a crack")
            print("made a", pot)
        except ValueError as error:
            print("failed:", error)
        finally:
            orders.task_done()


# --8<-- [end:work]
async def main() -> None:
    orders = asyncio.Queue()
    for pot in ("cup", "vase", "jug", "plate"):
        orders.put_nowait(pot)
    potters = [asyncio.create_task(work(orders)) for _ in range(2)]
    await asyncio.wait_for(orders.join(), timeout=0.8)
    for potter in potters:
        potter.cancel()
    print("all orders are dealt with")


asyncio.run(main())
