import asyncio


async def bake(name: str, rises: float, bakes: float) -> None:
    print(name, "is kneaded")
    await asyncio.sleep(rises)
    print(name, "goes into the oven")
    await asyncio.sleep(bakes)
    print(name, "is ready")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.15, print, "the shop opens")
    async with asyncio.TaskGroup() as group:
        group.create_task(bake("bread", rises=0.2, bakes=0.3))
        group.create_task(bake("cake", rises=0.1, bakes=0.2))


asyncio.run(main())
