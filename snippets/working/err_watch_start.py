# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-retrieved"]
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
    background.add(asyncio.create_task(watch(name, seconds, trouble)))


# --8<-- [end:start]
async def main() -> None:
    start("pump", 0.1, "the tank is empty")
    start("heater", 0.2)
    await asyncio.sleep(0.3)
    print("closing time")
    background.clear()


asyncio.run(main())
