# /// script
# requires-python = ">=3.12"
# ///
import asyncio


async def look_up(name: str) -> None:
    raise OSError(f"no map for {name}")


# --8<-- [start:fails]
async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tom = look_up("Tom")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(look_up("Ida"))
            print("create_task has raised nothing")
            group.create_task(tom)
            print("Tom is looked up, too")
    except* Exception as errors:
        print(*errors.exceptions, sep="\n")
        tom.close()
    try:
        await asyncio.sleep(0)
        print("main goes on")
    except asyncio.CancelledError:
        print("main is cancelled, and nobody asked for it")


# --8<-- [end:fails]
asyncio.run(main())
