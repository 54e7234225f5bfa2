import asyncio


async def water() -> None:
    raise OSError("the tank is empty")


# --8<-- [start:main]
async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(water())
    except OSError:
        print("fill the tank")


try:
    asyncio.run(main())
except Exception as error:
    print("not caught:", repr(error))
# --8<-- [end:main]
