import asyncio


# --8<-- [start:early]
class Enough(Exception):
    """Not a failure: it ends the group."""


async def search(team: str, seconds: float) -> None:
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        await asyncio.sleep(seconds / 4)  # the way down
        print(f"{team} team: called back")
        raise
    print(f"{team} team: found her!")
    raise Enough


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(search("north", 0.2))
            group.create_task(search("south", 0.4))
            group.create_task(search("west", 0.8))
    except* Enough:
        pass
    print("main: everybody is back")


# --8<-- [end:early]
asyncio.run(main())
