import asyncio


async def water(bed: str, litres: str) -> None:
    await asyncio.sleep(0)
    if int(litres) > 10:
        raise OSError(f"no water for the {bed}")
    await asyncio.sleep(9)


# --8<-- [start:main]
async def main(plan: dict[str, str]) -> None:
    try:
        async with asyncio.TaskGroup() as tasks:
            for bed, litres in plan.items():
                tasks.create_task(water(bed, litres))
    except* OSError as group:
        print("fill the tank:", [str(error) for error in group.exceptions])
    except* ValueError as group:
        print("correct the plan:", len(group.exceptions))


asyncio.run(main({"roses": "20", "beans": "5", "lilies": "30", "figs": "x"}))
# --8<-- [end:main]
