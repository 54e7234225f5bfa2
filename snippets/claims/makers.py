# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import sys


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def main() -> None:
    def create_future() -> asyncio.Future:
        makers.append(sys._getframe(1).f_globals["__name__"])
        return create()

    loop, orders = asyncio.get_running_loop(), asyncio.Queue()
    create, loop.create_future = loop.create_future, create_future
    loop.call_later(0.01, orders.put_nowait, "soup")
    await orders.get()


makers = []
asyncio.run(main())
asyncio_made, we_made = "asyncio.queues" in makers, __name__ in makers
verdict("C097", a_queue_makes_its_own=asyncio_made, we_made_none=not we_made)
