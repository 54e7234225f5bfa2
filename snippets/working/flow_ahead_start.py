import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


async def levels() -> AsyncIterator[int]:
    for level in (212, 215, 221, 220):
        yield await asyncio.sleep(0.1, level)  # the gauge reports


@asynccontextmanager
async def ahead(source: AsyncIterator, size: int) -> AsyncIterator:
    yield source


async def main() -> None:
    async with ahead(levels(), size=2) as reports:
        async for level in reports:
            await asyncio.sleep(0.1)  # the database
            print("stored", level)


asyncio.run(main())
