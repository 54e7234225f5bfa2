import asyncio


async def look_up(name: str) -> None:
    print(f"{name}: begins")


# --8<-- [start:eager]
async def main() -> None:
    async with asyncio.TaskGroup() as group:
        ida = look_up("Ida")
        try:
            group.create_task(ida, eager_start=True)
        except TypeError as error:
            print(error)
            ida.close()
        print("main: in the body")


# --8<-- [end:eager]
asyncio.run(main())
