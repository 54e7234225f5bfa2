# /// script
# requires-python = ">=3.8"
# ///
import asyncio

background = set()


async def watch(name: str, seconds: float, trouble: str) -> None:
    await asyncio.sleep(seconds)
    if trouble:
        raise OSError(trouble)
    print(f"{name}: all is well")


# --8<-- [start:start]
def start(name: str, seconds: float, trouble: str = "") -> None:
    def finish(task: asyncio.Task) -> None:
        background.discard(task)
        if not task.cancelled() and task.exception():
            print(f"{name}: {task.exception()}")

    task = asyncio.create_task(watch(name, seconds, trouble))
    background.add(task)
    task.add_done_callback(finish)


# --8<-- [end:start]
async def main() -> None:
    start("pump", 0.1, "the tank is empty")
    start("heater", 0.2)
    await asyncio.sleep(0.3)
    print("closing time")
    background.clear()


asyncio.run(main())
