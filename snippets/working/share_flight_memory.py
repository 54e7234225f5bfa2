# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import asyncio
import tracemalloc


async def fire(pot: int) -> None:
    await asyncio.sleep(0)


async def in_turn(pot: int, places: asyncio.Semaphore) -> None:
    async with places:
        await fire(pot)


async def tasks_and_semaphore(pots: range) -> None:
    places = asyncio.Semaphore(5)
    await asyncio.gather(*(in_turn(pot, places) for pot in pots))


# --8<-- [start:workers]
async def five_workers(pots: range) -> None:
    async def work() -> None:
        for pot in waiting:  # all five take from one iterator
            await fire(pot)

    waiting = iter(pots)
    await asyncio.gather(*(work() for _ in range(5)))


# --8<-- [end:workers]
peaks = []
for way in (tasks_and_semaphore, five_workers):
    tracemalloc.start()
    asyncio.run(way(range(3_000)))
    peaks.append(tracemalloc.get_traced_memory()[1] / 1024)
    tracemalloc.stop()
    print(f"{way.__name__}: {peaks[-1]:,.0f} KiB at most")
print("the workers need less than a fifth:", peaks[1] < peaks[0] / 5)
