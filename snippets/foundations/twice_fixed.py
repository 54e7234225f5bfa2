# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def observe(star: str) -> str:
    await asyncio.sleep(0.1)
    return f"{star} is blue"


# --8<-- [start:main]
async def main() -> None:
    sight = asyncio.create_task(observe("Vega"))
    print("logbook:", await sight)
    print("letter: ", await sight)
    # --8<-- [end:main]


asyncio.run(main())
