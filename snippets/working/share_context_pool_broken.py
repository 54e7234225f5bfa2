import asyncio
from contextvars import ContextVar

order = ContextVar("order", default="none")


def log(text: str) -> None:
    print(f"[{order.get()}] {text}")


# --8<-- [start:work]
async def work(pots: asyncio.Queue) -> None:
    while True:
        pot = await pots.get()
        log(f"fires a {pot}")
        pots.task_done()


async def accept(pots: asyncio.Queue, number: int, pot: str) -> None:
    order.set(f"order {number}")
    log(f"accepts a {pot}")
    pots.put_nowait(pot)


# --8<-- [end:work]
async def main() -> None:
    pots = asyncio.Queue()
    worker = asyncio.create_task(work(pots))
    await asyncio.gather(accept(pots, 1, "cup"), accept(pots, 2, "jug"))
    await pots.join()
    worker.cancel()


asyncio.run(main())
