# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def timed(work: object) -> float:
    started = time.perf_counter()
    await work
    return time.perf_counter() - started


async def in_turn(lengths: list) -> None:
    for length in lengths:
        await asyncio.create_task(asyncio.sleep(length))


async def main() -> None:
    lengths = [0.1, 0.2, 0.3]
    alone = await timed(in_turn(lengths))
    together = await timed(asyncio.gather(*map(asyncio.sleep, lengths)))
    verdict(
        "C056",
        begun_together_the_longest=0.29 < together < 0.55,
        tasks_awaited_in_turn_also_do=alone < 0.55,
    )


asyncio.run(main())
