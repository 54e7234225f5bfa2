# /// script
# requires-python = ">=3.8"
# [tool.executed]
# returncode = 1
# declares = ["never-awaited"]
# ///
import asyncio


async def observe(star: str) -> str:
    await asyncio.sleep(0.1)
    return f"{star} is blue"


# --8<-- [start:nested]
def logbook_line(star: str) -> str:
    return "seen: " + asyncio.run(observe(star))


async def main() -> None:
    print(logbook_line("Vega"))


print(logbook_line("Deneb"))
asyncio.run(main())
# --8<-- [end:nested]
