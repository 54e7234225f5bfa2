import asyncio
import time

MINUTE = 0.1  # seconds: the story is told quickly
COOKING = {"Amir": 10, "Kohli": 5, "John": 1}  # only the kitchen knows


def clock() -> str:
    return f"{time.perf_counter() - opened:.2f} s"


async def kitchen(guest: str) -> None:
    await asyncio.sleep(COOKING[guest] * MINUTE)


async def serve(guest: str) -> None:
    taken = clock()
    await kitchen(guest)  # the waiter goes on to somebody else
    print(f"{guest}: order taken at {taken}, food at {clock()}")


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        for guest in COOKING:
            tasks.create_task(serve(guest))
    print("all done at", clock())


opened = time.perf_counter()
asyncio.run(main())
