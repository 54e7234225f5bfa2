# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def nap(seconds: float) -> None:
    await asyncio.sleep(seconds)


# --8<-- [start:main]
async def main() -> None:
    naps = [asyncio.create_task(nap(seconds)) for seconds in (0.1, 0.5)]
    done, pending = await asyncio.wait(naps, timeout=0.3)
    print("over:", len(done), "still asleep:", len(pending))
    for sleeper in pending:
        sleeper.cancel()


# --8<-- [end:main]
asyncio.run(main())
