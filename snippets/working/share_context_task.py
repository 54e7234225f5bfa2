# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from contextvars import ContextVar

order = ContextVar("order", default="none")


async def glaze(number: int) -> None:
    order.set(f"order {number}")
    await asyncio.sleep(0.1)
    print(f"glazing for {order.get()}")


async def main() -> None:
    await asyncio.gather(glaze(1), glaze(2), glaze(3))
    print("in main:", order.get())


asyncio.run(main())
