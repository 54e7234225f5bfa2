# /// script
# requires-python = ">=3.8"
# ///
import asyncio

NO_MORE = object()


# --8<-- [start:work]
async def work(potter: str, orders: asyncio.Queue) -> None:
    while True:
        pot = await orders.get()
        if pot is NO_MORE:
            break
        await asyncio.sleep(0.1)
        print(f"{potter} has made a {pot}")
    print(potter, "goes home")


async def main() -> None:
    orders = asyncio.Queue(maxsize=2)
    potters = [
        asyncio.create_task(work(potter, orders), name=potter)
        for potter in ("Ada", "Bo")
    ]
    for pot in ("cup", "bowl", "vase", "jug", "plate"):
        await orders.put(pot)
    for _ in potters:
        await orders.put(NO_MORE)
    await asyncio.gather(*potters)
    print("the studio is closed")


# --8<-- [end:work]
asyncio.run(main())
