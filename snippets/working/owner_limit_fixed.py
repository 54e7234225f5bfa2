import asyncio


async def search(found: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.sleep(seconds)
        found.set()
    finally:
        await asyncio.sleep(0.3)  # the way down


# --8<-- [start:limit]
async def call_out() -> None:
    found = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        teams = [group.create_task(search(found, s)) for s in (0.1, 9)]
        await found.wait()
        for team in teams:
            team.cancel()


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
