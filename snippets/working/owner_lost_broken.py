import asyncio


async def search(team: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(f"{team} team: back at the hut")


# --8<-- [start:call]
async def call_out() -> None:
    asyncio.create_task(search("north", 0.1))  # noqa: RUF006
    asyncio.create_task(search("south", 0.3))  # noqa: RUF006
    await asyncio.sleep(0.05)  # note it in the book


# --8<-- [end:call]
async def main() -> None:
    await call_out()
    print("main: call_out is over")
    await asyncio.sleep(0.15)
    print("main: lights out")


asyncio.run(main())
