import asyncio


async def bake(name: str) -> str:
    try:
        await asyncio.sleep(10)
        return name + " is ready"
    except Exception:
        print("an Exception")
    finally:
        print(name, "leaves the oven")


async def main() -> None:
    task = asyncio.create_task(bake("bread"))
    await asyncio.sleep(0.1)
    task.cancel()
    print("asked to stop, done:", task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("stopped, cancelled:", task.cancelled())
    try:
        async with asyncio.timeout(0.1):
            await bake("cake")
    except TimeoutError:
        print("too late for cake")
    print(asyncio.CancelledError.__mro__[1].__name__)


asyncio.run(main())
