import asyncio

HOTELS = {  # seconds until they answer, and the price of a night
    "Anchor": (0.3, 90),
    "Bridge": (0.1, 70),
    "Castle": (0.2, None),
}


async def ask(hotel: str, seconds: float, euros: int | None) -> int:
    await asyncio.sleep(seconds)
    if euros is None:
        raise ConnectionError("no answer")
    return euros


# --8<-- [start:report]
async def report(hotels: dict) -> list[str]:
    async def line(hotel: str) -> str:
        try:
            return f"{hotel}: {await ask(hotel, *hotels[hotel])}"
        except ConnectionError as error:
            return f"{hotel}: {error}"

    async with asyncio.TaskGroup() as group:
        lines = [group.create_task(line(hotel)) for hotel in hotels]
    return [line.result() for line in lines]


# --8<-- [end:report]
print(*asyncio.run(report(HOTELS)), sep="\n")
