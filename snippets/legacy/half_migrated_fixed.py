# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def read_station(name: str) -> None:
    await asyncio.sleep(0.1)
    print(name, "has answered")


async def main() -> None:
    await read_station("Oslo")


asyncio.run(main())
