# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def cook(dish: str) -> str:
    print("kitchen: started on the", dish)
    await asyncio.sleep(0.1)
    return f"one {dish}"


async def main() -> None:
    print("waiter: calls cook")
    order = cook("soup")
    print("waiter: has a", type(order).__name__)
    task = asyncio.create_task(order)
    print("waiter: has a", type(task).__name__)
    print("waiter: waits, and gets", await task)


asyncio.run(main())
