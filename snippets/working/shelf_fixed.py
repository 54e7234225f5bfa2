# /// script
# requires-python = ">=3.8"
# ///
import asyncio

shelf = 0


# --8<-- [start:scan]
async def scan(parcel: str) -> None:
    global shelf
    await asyncio.sleep(0.1)  # the scanner needs a moment
    shelf = shelf + 1  # read and written without an await between


# --8<-- [end:scan]
async def main() -> None:
    await asyncio.gather(scan("ink"), scan("lamp"), scan("tent"))
    print("3 parcels scanned, the shelf says", shelf)


asyncio.run(main())
