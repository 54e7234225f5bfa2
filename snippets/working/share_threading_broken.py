# /// script
# requires-python = ">=3.8"
# [tool.executed]
# timeout = 2
# declares = ["timeout"]
# ///
import asyncio
import threading

book = threading.Lock()


async def take(potter: str) -> None:
    print(potter, "wants the book")
    with book:
        print(potter, "has the book")
        await asyncio.sleep(0.1)


async def main() -> None:
    both = asyncio.gather(take("Ada"), take("Bo"))
    await asyncio.wait_for(both, timeout=0.5)


asyncio.run(main())
