# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def carry(bell: asyncio.Event) -> None:
    while True:
        await bell.wait()
        bell.clear()
        print("carries a box in")
        await asyncio.sleep(0.2)


async def main() -> None:
    bell = asyncio.Event()
    carrying = asyncio.create_task(carry(bell))
    for box in range(1, 4):
        await asyncio.sleep(0.05)
        print("box", box, "is at the door")
        bell.set()
    await asyncio.sleep(0.6)
    carrying.cancel()


asyncio.run(main())
