import asyncio
from collections.abc import Generator


class Order:
    def __await__(self) -> Generator[None, None, str]:
        yield
        return "an order is done"


async def bake() -> str:
    return "bread is ready"


async def main() -> None:
    loop = asyncio.get_running_loop()
    make = asyncio.create_task, loop.create_task, asyncio.ensure_future
    for function in make:
        print(function.__qualname__)
        print("  coroutine:", await function(bake()))
        try:
            print("  other awaitable:", await function(Order()))
        except TypeError as error:
            print("  other awaitable: TypeError:", error)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(bake())
    print("in a TaskGroup:", task.result())
    print("a task again:", asyncio.ensure_future(task) is task)


asyncio.run(main())
