import asyncio

BROKEN = {"beans"}


# --8<-- [start:water]
async def water(bed: str) -> None:
    print(bed, "valve open")
    try:
        if bed in BROKEN:
            raise OSError("no water comes")
        await asyncio.sleep(0.2)
    finally:
        print(bed, "valve closed")


async def water_all(beds: list[str]) -> None:
    for bed in beds:
        try:
            await water(bed)
        except OSError:
            print(bed, "skipped")


# --8<-- [end:water]
async def main() -> None:
    try:
        async with asyncio.timeout(0.3):
            await water_all(["roses", "beans", "herbs", "mint"])
    except TimeoutError:
        print("it rains")


asyncio.run(main())
