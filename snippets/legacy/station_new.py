# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def read_station(name: str) -> str:
    await asyncio.sleep(0.1)  # stands for the network
    return name + ": 4 degrees"


print(asyncio.run(read_station("Oslo")))
