import asyncio
import time
from collections.abc import AsyncIterator


async def ask(gauge: str) -> int:
    await asyncio.sleep(0.1)  # until the gauge answers
    return 200 + len(gauge)


async def answers() -> AsyncIterator[int]:
    for gauge in ("mill", "bridge", "weir"):
        yield await ask(gauge)


async def main() -> None:
    started = time.perf_counter()
    print([level async for level in answers() if level > 204])
    print({gauge: await ask(gauge) for gauge in ("mill", "weir")})
    one_by_one = time.perf_counter() - started
    print(await asyncio.gather(*[ask(gauge) for gauge in ("mill", "weir")]))
    together = time.perf_counter() - started - one_by_one
    print(f"5 questions: {one_by_one:.2f} s, 2 more: {together:.2f} s")
    print("the 5 one after the other:", one_by_one >= 0.49)


asyncio.run(main())
