# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def bake(name: str) -> str:
    await asyncio.sleep(0.1)
    return name + " is ready"


async def main() -> None:
    task = asyncio.create_task(bake("bread"))
    print("a task is a future:", isinstance(task, asyncio.Future))
    print("its coroutine:", task.get_coro().__name__)
    try:
        task.set_result("bread from the freezer")
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await task, "|", await task, "|", task.result())


asyncio.run(main())
