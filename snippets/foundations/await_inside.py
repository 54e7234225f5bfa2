# /// script
# requires-python = ">=3.8"
# ///
import dis
from typing import Any, Awaitable, Iterable, Iterator


def old_way(other: Iterable[Any]) -> Iterator[Any]:
    yield from other


async def new_way(other: Awaitable[Any]) -> None:
    await other


for function in (old_way, new_way):
    names = [step.opname for step in dis.get_instructions(function)]
    wanted = ("GET", "SEND", "YIELD")
    print(*[name for name in names if name.startswith(wanted)])
