import asyncio
import time


async def download(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)  # stands for a server that takes its time
    print(f"{name} is here")


async def main() -> None:
    started = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(download("the map", 0.3))
        tasks.create_task(download("the weather", 0.1))
        tasks.create_task(download("the timetable", 0.2))
    elapsed = time.perf_counter() - started
    print(f"everything took {elapsed:.2f} s; waiting in turn takes 0.60 s")


asyncio.run(main())
