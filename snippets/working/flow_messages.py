# /// script
# requires-python = ">=3.10"
# ///
import asyncio

# --8<-- [start:lines]
LINES = """\
async for level in [212, 215]: pass
for level in levels(): pass
list(levels())
sum(level async for level in levels())
await levels()
async for level in ask(): pass
async with file: pass
with asyncio.Lock(): pass"""


async def levels():
    yield 212


async def ask():
    return [212, 215]


# --8<-- [end:lines]
async def attempt(line: str) -> None:
    names = {"asyncio": asyncio, "levels": levels, "file": open(__file__)}
    coroutine = ask()
    names["ask"] = lambda: coroutine
    exec(f"async def run():\n    {line}", names)
    try:
        await names["run"]()
    except (TypeError, AttributeError) as error:
        print(f"{line}\n    {type(error).__name__}: {error}")
    names["file"].close()
    coroutine.close()


for line in LINES.splitlines():
    asyncio.run(attempt(line))
