# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Any, Iterator


async def observe() -> str:
    return "blue"


def stars() -> Iterator[str]:
    yield from ["Vega", "Deneb"]


class Shutter:
    def __await__(self) -> Any:
        return 3


async def attempt(name: str, thing: Any) -> None:
    try:
        await thing
    except TypeError as error:
        print(f"await {name}\n    {error}")


async def main() -> None:
    await attempt("3", 3)
    await attempt("print()", print(end=""))
    await attempt("observe", observe)
    tasks = [asyncio.ensure_future(observe()) for _ in range(2)]
    await attempt("[task, task]", tasks)
    await attempt("stars()", stars())
    await attempt("Shutter()", Shutter())
    await asyncio.gather(*tasks)


asyncio.run(main())
