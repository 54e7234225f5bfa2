# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import asyncio
import tracemalloc

in_kiln = []


def report() -> None:
    size = tracemalloc.get_traced_memory()[0] / 2**20
    tasks = len(asyncio.all_tasks()) - 1  # without fire_all
    print(f"{size:4.1f} MiB, {tasks:2} tasks", "#" * len(in_kiln))


async def fire(pot: int) -> None:
    in_kiln.append(bytearray(1_000_000))  # what a job needs while it runs
    if pot % 5 == 0:
        report()
    await asyncio.sleep(0.03)
    in_kiln.pop()


# --8<-- [start:way]
async def fire_all(pots: int) -> None:
    await asyncio.gather(*(fire(pot) for pot in range(1, pots + 1)))


# --8<-- [end:way]
tracemalloc.start()
asyncio.run(fire_all(20))
