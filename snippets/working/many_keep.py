import asyncio

TRIP = {"train": 0.3, "bus": 0.1, "ferry": 0.2}  # seconds until they answer


async def book(leg: str) -> str:
    await asyncio.sleep(TRIP[leg])
    if leg == "ferry":
        raise LookupError("the ferry is full")
    return f"a seat on the {leg}"


# --8<-- [start:main]
async def main() -> None:
    bookings = [book(leg) for leg in TRIP]
    answers = await asyncio.gather(*bookings, return_exceptions=True)
    for leg, answer in zip(TRIP, answers, strict=True):
        if isinstance(answer, BaseException):
            print(f"{leg}: {answer!r}")
        else:
            print(f"{leg}: {answer}")


# --8<-- [end:main]
asyncio.run(main())
