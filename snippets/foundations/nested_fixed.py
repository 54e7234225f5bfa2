# /// script
# requires-python = ">=3.9"
# ///
import asyncio


async def observe(star: str) -> str:
    await asyncio.sleep(0.1)
    return f"{star} is blue"


# --8<-- [start:cures]
async def line(star: str) -> str:
    return "seen: " + await observe(star)


def logbook_line(star: str) -> str:  # for callers without a loop
    return asyncio.run(line(star))


async def main() -> None:
    print(await line("Vega"))
    print(await asyncio.to_thread(logbook_line, "Altair"))


print(logbook_line("Deneb"))
asyncio.run(main())
# --8<-- [end:cures]
