import asyncio


async def search(team: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(f"{team} team: done")


async def call_out() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(search("north", 0.1))
        group.create_task(search("south", 0.3))
        await asyncio.sleep(0.2)
        raise OSError("the radio is dead")


async def main() -> None:
    # --8<-- [start:end]
    try:
        await call_out()
    except* OSError as error:
        print("main:", *error.exceptions)
    # --8<-- [end:end]


asyncio.run(main())
