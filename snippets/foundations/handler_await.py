# /// script
# requires-python = ">=3.9"
# ///
import asyncio
import inspect
import time
from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor(max_workers=2)


# --8<-- [start:handler]
async def handler() -> None:
    await asyncio.sleep(0.25)  # a database driver that you can await


# --8<-- [end:handler]
async def request(number: int) -> None:  # as a web framework does it
    if inspect.iscoroutinefunction(handler):
        await handler()
    else:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(POOL, handler)


async def health() -> None:
    waited = time.perf_counter() - started
    print("health check answered at once:", waited < 0.2)


async def main() -> None:
    requests = [request(number) for number in (1, 2, 3, 4)]
    await asyncio.gather(*requests, health())
    print(f"4 requests took {time.perf_counter() - started:.2f} s")


started = time.perf_counter()
asyncio.run(main())
