import asyncio
import time


async def nap(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def main() -> None:
    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(nap(0.3))
    print(f"five naps: {time.perf_counter() - started:.2f} s")


asyncio.run(main())
