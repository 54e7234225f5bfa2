# /// script
# requires-python = ">=3.8"
# ///
import asyncio

shelf = 0


# --8<-- [start:scan]
async def scan(parcel: str, door: asyncio.Lock) -> None:
    global shelf
    async with door:  # one at a time
        on_shelf = shelf
        await asyncio.sleep(0.1)
        shelf = on_shelf + 1


# --8<-- [end:scan]
async def main() -> None:
    door = asyncio.Lock()
    parcels = ("ink", "lamp", "tent")
    await asyncio.gather(*(scan(parcel, door) for parcel in parcels))
    print("3 parcels scanned, the shelf says", shelf)


asyncio.run(main())
