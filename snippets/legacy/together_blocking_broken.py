# /// script
# requires-python = ">=3.11"
# [tool.executed]
# lane = "quiet"
# ///
import asyncio
import time

SECONDS = (0.1, 0.2, 0.3)


# --8<-- [start:report]
async def report(seconds: float) -> None:
    time.sleep(seconds)  # blocks, and tells the event loop nothing


# --8<-- [end:report]
async def together() -> None:
    async with asyncio.TaskGroup() as group:
        for seconds in SECONDS:
            group.create_task(report(seconds))


started = time.perf_counter()
asyncio.run(together())
elapsed = time.perf_counter() - started
print(f"together: {elapsed:.2f} s")
print("as long as one by one:", elapsed >= sum(SECONDS))
