# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import inspect
import types
from typing import Generator


# --8<-- [start:bare]
@types.coroutine
def let_others_run() -> Generator[None, None, None]:
    yield


async def count(name: str) -> None:
    for number in (1, 2, 3):
        print(name, number)
        await let_others_run()


async def main() -> None:
    await asyncio.gather(count("left"), count("right"))


asyncio.run(main())
# --8<-- [end:bare]

print("and this is how asyncio itself does sleep(0):")
for line in inspect.getsource(asyncio.tasks.__sleep0).splitlines():
    if line.strip().startswith(("@", "def", "yield")):
        print("    " + line)
