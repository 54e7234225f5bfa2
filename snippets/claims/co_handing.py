# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time
import types


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


@types.coroutine
def deliver(way: object):
    return (yield from way)


async def block(seconds: float) -> None:
    time.sleep(seconds)


async def lets_others_run(way: object) -> bool:
    log = []
    asyncio.get_running_loop().call_soon(log.append, "another")
    await deliver(way)
    return bool(log)


async def main() -> None:
    ways = [asyncio.sleep(0.01), block(0), block(0.05)]
    wait, idle, blocked = [await lets_others_run(way) for way in ways]
    verdict("C054", if_something_below_waits=wait, if_nothing_does=idle)
    verdict("C057", time_sleep_hands_it_over=blocked)


asyncio.run(main())
