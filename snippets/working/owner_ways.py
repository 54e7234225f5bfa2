import asyncio


async def search(team: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    if team == "north":
        raise OSError("a broken leg")


# --8<-- [start:ways]
async def bare() -> None:
    asyncio.create_task(search("north", 0.1))  # noqa: RUF006
    asyncio.create_task(search("south", 0.3))  # noqa: RUF006


async def gathered() -> None:
    await asyncio.gather(search("north", 0.1), search("south", 0.3))


async def grouped() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(search("north", 0.1))
        group.create_task(search("south", 0.3))


# --8<-- [end:ways]
async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, news: print(" ", news["message"]))
    for way in (bare, gathered, grouped):
        try:
            await way()
            print(way.__name__, "returns")
        except Exception as error:
            print(way.__name__, "raises", type(error).__name__)
        print("  still running:", len(asyncio.all_tasks()) - 1)
        await asyncio.sleep(0.4)


asyncio.run(main())
