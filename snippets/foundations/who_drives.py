# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Any, Coroutine, Generator


class Ask:
    def __await__(self) -> Generator[str, str, str]:
        return (yield "where is Vega?")


async def observe() -> str:
    return await Ask()


def peek(name: str, coroutine: Coroutine[Any, Any, Any]) -> None:
    print(f"{name} hands up a", type(coroutine.send(None)).__name__)
    coroutine.close()


async def main() -> None:
    peek("observe()         ", observe())
    peek("asyncio.sleep(0.1)", asyncio.sleep(0.1))
    peek("asyncio.sleep(0)  ", asyncio.sleep(0))
    try:
        await asyncio.create_task(observe())
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
