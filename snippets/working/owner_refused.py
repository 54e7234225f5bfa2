import asyncio


async def search(seconds: float = 0.1) -> None:
    await asyncio.sleep(seconds)


def try_to_add(group: asyncio.TaskGroup) -> None:
    team = search()
    try:
        group.create_task(team)
    except RuntimeError as error:
        print(error)
        team.close()  # 3.12.1 and older leave it open


async def late(group: asyncio.TaskGroup) -> None:
    try:
        await asyncio.sleep(9)
    finally:
        try_to_add(group)


async def main() -> None:
    group = asyncio.TaskGroup()
    try_to_add(group)
    try:
        async with group:
            group.create_task(late(group))
            await asyncio.sleep(0.1)
            raise OSError("the radio is dead")
    except* OSError:
        try_to_add(group)


asyncio.run(main())
