import asyncio
from collections.abc import AsyncIterator


async def levels(reports: list[int]) -> AsyncIterator[int]:
    print("radio on")
    try:
        for level in reports:
            await asyncio.sleep(0.1)
            yield level
    finally:
        await asyncio.sleep(0.1)
        print("radio off")


async def rises(reports: list[int]) -> AsyncIterator[int]:
    before = None
    async for level in levels(reports):
        if before is not None:
            yield level - before
        before = level


async def wait_for_flood(reports: list[int], limit: int) -> int | None:
    async for rise in rises(reports):
        if rise > limit:
            return rise
    return None


async def main() -> None:
    rise = await wait_for_flood([212, 215, 229, 230], limit=10)
    print("siren: up", rise, "cm")
    await asyncio.sleep(0.2)


asyncio.run(main())
