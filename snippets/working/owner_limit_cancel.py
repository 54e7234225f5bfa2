# /// script
# requires-python = ">=3.15"
# ///
import asyncio


async def search() -> None:
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(0.3)  # the way down


# --8<-- [start:limit]
async def call_out() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(search())
        await asyncio.sleep(0.1)
        group.cancel()


# --8<-- [end:limit]
async def main() -> None:
    try:
        async with asyncio.timeout(0.2):
            await call_out()
            print("main: call_out is over")
            await asyncio.sleep(0.1)  # write the report
        print("main: all in time")
    except TimeoutError:
        print("main: it took too long")


asyncio.run(main())
