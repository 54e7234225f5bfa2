import asyncio

stock = 0  # kilograms


async def take(potter: str, need: int, changed: asyncio.Condition) -> None:
    global stock
    async with changed:
        await changed.wait_for(lambda: stock >= need)
        stock -= need
        print(f"{potter} has {need} kg, {stock} kg are left")


# --8<-- [start:deliver]
async def deliver(amount: int, changed: asyncio.Condition) -> None:
    global stock
    async with changed:
        stock += amount
        print(f"{amount} kg come, stock {stock} kg")
        changed.notify_all()


# --8<-- [end:deliver]
async def main() -> None:
    changed = asyncio.Condition()
    potters = [
        asyncio.create_task(take("Ada", 8, changed)),
        asyncio.create_task(take("Bo", 3, changed)),
    ]
    for amount in (4, 8):
        await asyncio.sleep(0.1)
        await deliver(amount, changed)
    await asyncio.wait(potters, timeout=0.3)
    print("still waiting:", sum(not potter.done() for potter in potters))


asyncio.run(main())
