# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# ///
import asyncio
import time


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def serve(dish: str) -> None:
    await asyncio.sleep(COOKING[dish] * MINUTE)
    ready.append(dish)


async def at_once() -> None:
    await asyncio.gather(*map(serve, COOKING))


def in_turn(dishes: list, *expected: float) -> list:
    start, times = time.perf_counter(), [0.0]
    for dish in dishes:
        time.sleep(COOKING[dish] * MINUTE)
        times.append((time.perf_counter() - start) / MINUTE)
    return [n - 0.1 < times[i] < n + 4 for i, n in enumerate(expected)]


COOKING, MINUTE = {"stew": 10, "pasta": 5, "soup": 1}, 0.02
ready, clever = [], ["soup", "stew", "pasta"]
*waits, in_16 = in_turn(list(COOKING), 0, 10, 15, 16)
verdict("C005", waits_of_0_10_and_15=all(waits), done_after_16=in_16)
*waits, in_10 = in_turn(clever, 0, 0, 0, 10)
asyncio.run(at_once())
as_ready = ready == clever
verdict("C006", no_waits=all(waits), done_after_10=in_10, as_ready=as_ready)
