import asyncio


async def walk(who: str, seconds: float) -> None:
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(seconds)  # the way home
        print(f"{who}: home")


async def party(*names: str) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for name in names:
                group.create_task(walk(name, len(name) / 20))
    finally:
        print(f"party of {names[0]}: over")


async def main() -> None:
    try:
        async with asyncio.timeout(0.1), asyncio.TaskGroup() as group:
            group.create_task(party("dog"))
            group.create_task(party("doctor", "stretcher"))
    except TimeoutError:
        print("main: stopped")


asyncio.run(main())
