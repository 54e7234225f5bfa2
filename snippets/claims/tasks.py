# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def book() -> str:
    return "seat"


async def main() -> None:
    loop = asyncio.get_running_loop()
    ways = asyncio.create_task, loop.create_task, asyncio.ensure_future
    one, two, three = [isinstance(way(book()), asyncio.Task) for way in ways]
    newer = [name for name in ("TaskGroup",) if hasattr(asyncio, name)]
    verdict("C099", create_task=one, loop_create_task=two, ensure_future=three)
    verdict("C100", nothing_newer_starts_tasks=not newer)
    quick, slow = [asyncio.create_task(asyncio.sleep(s)) for s in (0.01, 9)]
    both = await quick, slow
    verdict("C106", the_second_is_awaited_too=both[1].done())
    slow.cancel()
    await asyncio.wait([slow])
    verdict("C105", it_stops=slow.cancelled())


asyncio.run(main())
