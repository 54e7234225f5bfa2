import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing


async def levels(reports: list[int]) -> AsyncIterator[int]:
    print("radio on")
    try:
        for level in reports:
            await asyncio.sleep(0.1)
            yield level
    finally:
        await asyncio.sleep(0.1)
        print("radio off")


# --8<-- [start:close]
async def rises(reports: list[int]) -> AsyncIterator[int]:
    before = None
    async with aclosing(levels(reports)) as source:
        async for level in source:
            if before is not None:
                yield level - before
            before = level


async def wait_for_flood(reports: list[int], limit: int) -> int | None:
    async with aclosing(rises(reports)) as source:
        async for rise in source:
            if rise > limit:
                return rise
    return None


# --8<-- [end:close]
async def main() -> None:
    rise = await wait_for_flood([212, 215, 229, 230], limit=10)
    print("siren: up", rise, "cm")


asyncio.run(main())
