import asyncio

FERRIES = {  # seconds until they answer, and whether there is a seat
    "Aurora": (0.1, False),
    "Bounty": (0.2, True),
    "Calypso": (0.3, True),
}
paid = []


async def book(ferry: str, seconds: float, free: bool) -> str:
    await asyncio.sleep(seconds)
    if not free:
        raise LookupError(f"the {ferry} is full")
    paid.append(ferry)
    return ferry


# --8<-- [start:first]
async def first_free(ferries: dict) -> str | None:
    tasks = [asyncio.create_task(book(f, *ferries[f])) for f in ferries]
    try:
        for coming in asyncio.as_completed(tasks):
            try:
                return await coming
            except LookupError as error:
                print(error)
        return None
    finally:
        for task in tasks:
            task.cancel()  # does nothing to one that is done


# --8<-- [end:first]
async def main() -> None:
    print("We take the", await first_free(FERRIES))
    await asyncio.sleep(0.3)  # the program goes on
    print("We have paid for:", *paid)


asyncio.run(main())
