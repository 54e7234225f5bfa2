# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import contextlib
import itertools


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def with_fee(area: int):
    areas.append(area)
    yield area + 3


def prices():
    for side in itertools.count():
        yield from with_fee(side * side)


areas, chain, loop = [], prices(), asyncio.new_event_loop()
hundred = [next(chain) for _ in range(100)]
verdict(
    "C108",
    the_first_is_for_1=hundred[0] == 1 * 1 + 3,
    the_last_is_for_100=hundred[-1] == 100 * 100 + 3,
    x2_means_two_times_x=hundred[-1] == 2 * 99 + 3,
)
areas.clear()
with contextlib.suppress(RuntimeError, TypeError):
    loop.run_until_complete(prices())
loop.close()
verdict("C109", the_loop_refuses_to_start_it=not areas)
