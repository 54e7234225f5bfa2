import asyncio


async def walk(who: str, seconds: float) -> None:
    try:
        await asyncio.sleep(seconds)
        if who == "dog":
            raise OSError("the dog has lost the scent")
        print(f"{who}: done")
    except asyncio.CancelledError:
        print(f"{who}: called back")
        raise


async def valley() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(walk("dog", 0.1))
            group.create_task(walk("guide", 0.3))
    except* OSError:
        print("valley: begin again, without the dog")
        await walk("second guide", 0.2)


async def ridge() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(walk("rope", 0.2))
        group.create_task(walk("stretcher", 0.4))


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(valley())
        group.create_task(ridge())
    print("main: everybody is home")


asyncio.run(main())
