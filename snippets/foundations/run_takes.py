# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Any, Generator


async def observe() -> str:
    return "blue"


class Shutter:
    def __await__(self) -> Generator[None, None, str]:
        yield
        return "clicked"

    def __repr__(self) -> str:
        return "<Shutter>"


def attempt(name: str, thing: Any) -> None:
    try:
        print(name, asyncio.run(thing))
    except (TypeError, ValueError) as error:
        print(name, type(error).__name__, error, sep=": ")


attempt("observe()", observe())
attempt("observe", observe)
attempt("Shutter()", Shutter())
