import asyncio

LOADS = {"tent": 0.3, "soup": 0.1, "rope": 0.2}


async def carry(load: str, seconds: float) -> None:
    if seconds > 5:
        raise ValueError(f"{load} is too heavy")
    await asyncio.sleep(seconds)
    print(load, "is there")


async def supply(loads: dict[str, float]) -> None:
    for load, seconds in loads.items():
        asyncio.create_task(carry(load, seconds))  # noqa: RUF006


async def main() -> None:
    await supply(LOADS)
    print("the camp is ready")


asyncio.run(main())
