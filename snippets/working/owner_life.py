import asyncio


async def search(group: asyncio.TaskGroup, team: str) -> None:
    await asyncio.sleep(0.1)
    if team == "north":
        group.create_task(search(group, "dog"))
        print("a task adds a task:  ", group)


async def main() -> None:
    group = asyncio.TaskGroup()
    print("made, not entered:   ", group)
    async with group:
        print("entered:             ", group)
        group.create_task(search(group, "north"))
        group.create_task(search(group, "south"))
        print("end of the block:    ", group)
    print("after the block:     ", group)


asyncio.run(main())
