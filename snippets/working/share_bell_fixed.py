# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def carry(door: asyncio.Queue) -> None:
    while True:
        box = await door.get()
        print("carries box", box, "in")
        await asyncio.sleep(0.2)


async def main() -> None:
    door = asyncio.Queue()
    carrying = asyncio.create_task(carry(door))
    for box in range(1, 4):
        await asyncio.sleep(0.05)
        print("box", box, "is at the door")
        door.put_nowait(box)
    await asyncio.sleep(0.6)
    carrying.cancel()


asyncio.run(main())
