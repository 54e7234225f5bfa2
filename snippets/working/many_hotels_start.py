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


async def report(hotels: dict) -> list[str]:
    questions = [ask(hotel, *hotels[hotel]) for hotel in hotels]
    try:
        prices = await asyncio.gather(*questions)
    except ConnectionError as error:
        return [str(error)]
    return [f"{h}: {price}" for h, price in zip(hotels, prices, strict=True)]


print(*asyncio.run(report(HOTELS)), sep="\n")
