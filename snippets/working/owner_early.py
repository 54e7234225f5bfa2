# /// script
# requires-python = ">=3.15"
# ///
import asyncio


# --8<-- [start:early]
async def search(team: str, seconds: float, group: asyncio.TaskGroup) -> None:
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        await asyncio.sleep(seconds / 4)  # the way down
        print(f"{team} team: called back")
        raise
    print(f"{team} team: found her!")
    group.cancel()


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(search("north", 0.2, group))
        group.create_task(search("south", 0.4, group))
        group.create_task(search("west", 0.8, group))
    print("main: everybody is back")


# --8<-- [end:early]
asyncio.run(main())
