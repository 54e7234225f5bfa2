# /// script
# requires-python = ">=3.13"
# ///
import asyncio


def drain(orders: asyncio.Queue) -> list[str]:
    taken = []
    try:
        while True:
            taken.append(orders.get_nowait())
    except asyncio.QueueShutDown:
        return taken


def count_unfinished(orders: asyncio.Queue, number: int = 0) -> int:
    try:
        while True:
            orders.task_done()
            number += 1
    except ValueError:
        return number


async def main() -> None:
    for immediate in (False, True):
        orders = asyncio.Queue()
        for pot in ("cup", "bowl", "vase"):
            orders.put_nowait(pot)
        in_hand = await orders.get()
        orders.shutdown(immediate=immediate)
        print(f"immediate={immediate}, the {in_hand} is in hand")
        try:
            await orders.put("jug")
        except asyncio.QueueShutDown:
            print("  put() raises QueueShutDown")
        print("  get() still gives", drain(orders))
        print("  join() needs task_done()", count_unfinished(orders), "x")


asyncio.run(main())
