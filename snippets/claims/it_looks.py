# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# ///
import asyncio
import time
from threading import get_ident


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def serve(cooking: float) -> None:
    global most
    hands.add(get_ident())
    under_way.append(cooking)
    most = max(most, len(under_way))
    await asyncio.sleep(cooking)
    under_way.remove(cooking)


async def main() -> None:
    await asyncio.gather(*map(serve, cooking))


cooking, hands, under_way, most = (0.4, 0.2, 0.04), set(), [], 0
started = time.perf_counter()
asyncio.run(main())
took = time.perf_counter() - started
verdict(
    "C007",
    one_waiter=len(hands) == 1,
    three_orders_under_way=most == 3,
    done_with_the_longest=0.39 < took < sum(cooking),
)
