import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


async def blink() -> None:
    while True:
        print("*")
        await asyncio.sleep(0.2)


@asynccontextmanager
async def lamp() -> AsyncIterator[None]:
    asyncio.create_task(blink())  # noqa: RUF006
    yield


async def main() -> None:
    async with lamp():
        await asyncio.sleep(0.5)
        print("the top!")
    await asyncio.sleep(0.4)
    print("home")


asyncio.run(main())
