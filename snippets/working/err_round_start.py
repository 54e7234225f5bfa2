import asyncio


async def water(bed: str, litres: int) -> str:
    await asyncio.sleep(0.1)
    if litres > 3:
        raise OSError(f"not enough water for the {bed}")
    await asyncio.sleep(litres / 10)
    print(f"{bed}: {litres} litres")
    return bed


# --8<-- [start:all]
async def water_all(plan: dict[str, int]) -> list[str]:
    work = [water(bed, litres) for bed, litres in plan.items()]
    return await asyncio.gather(*work)


# --8<-- [end:all]
async def main() -> None:
    plan = {"roses": 4, "beans": 1, "lilies": 5, "figs": 3}
    try:
        print("done:", await water_all(plan))
    except* OSError as group:
        for error in group.exceptions:
            print("sorry:", error)


asyncio.run(main())
