import asyncio


class Enough(Exception):
    """Not a failure: it ends the group."""


async def search() -> None:
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(0.3)  # the way down


# --8<-- [start:limit]
async def call_out() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(search())
            await asyncio.sleep(0.1)
            raise Enough
    except* Enough:
        pass


async def main() -> None:
    try:
        async with asyncio.timeout(0.2):
            await call_out()
            print("main: call_out is over")
            await asyncio.sleep(0.1)  # write the report
        print("main: all in time")
    except TimeoutError:
        print("main: it took too long")


# --8<-- [end:limit]
asyncio.run(main())
