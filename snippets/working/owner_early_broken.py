# /// script
# requires-python = ">=3.15"
# ///
import asyncio


# --8<-- [start:early]
async def search(team: str, seconds: float, group: asyncio.TaskGroup) -> None:
    try:
        await asyncio.sleep(seconds)
        print(f"{team} team: found her!")
        group.cancel()
    finally:
        await asyncio.sleep(seconds / 2)  # the way down
        print(f"{team} team: back at the hut")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(search("north", 0.1, group))
        group.create_task(search("south", 0.4, group))
    print("main: everybody is back")


# --8<-- [end:early]
asyncio.run(main())
