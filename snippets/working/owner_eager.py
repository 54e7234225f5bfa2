# /// script
# requires-python = ">=3.12"
# ///
import asyncio


async def look_up(name: str, known: bool) -> str:
    print(f"  {name}: begins")
    if not known:
        await asyncio.sleep(0.1)
    return f"{name} is found"


async def call_out() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(look_up("Ida", known=True)),
            group.create_task(look_up("Tom", known=False)),
        ]
        print("  in the body:", [task.done() for task in tasks])
    print(" ", [task.result() for task in tasks])


async def main() -> None:
    print("lazy:")
    await call_out()
    print("eager:")
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await call_out()


asyncio.run(main())
