import asyncio

BROKEN = {"beans"}


async def water(bed: str) -> None:
    print(bed, "valve open")
    if bed in BROKEN:
        print(bed, "valve closed")
        raise OSError("no water comes")
    await asyncio.sleep(0.2)
    print(bed, "valve closed")


async def water_all(beds: list[str]) -> None:
    for bed in beds:
        try:
            await water(bed)
        except BaseException:
            print(bed, "skipped")


async def main() -> None:
    try:
        async with asyncio.timeout(0.3):
            await water_all(["roses", "beans", "herbs", "mint"])
    except TimeoutError:
        print("it rains")


asyncio.run(main())
