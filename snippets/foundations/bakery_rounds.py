# /// script
# requires-python = ">=3.12"
# [tool.executed]
# browser = "needs sockets"
# ///
import asyncio
import selectors
from itertools import count


class Watched(selectors.DefaultSelector):
    rounds = count(1)

    def select(self, timeout: float | None = None) -> list:
        loop = asyncio.get_running_loop()
        ready, timers = len(loop._ready), len(loop._scheduled)
        sleep = "no limit" if timeout is None else f"{timeout:.2f} s"
        number = next(self.rounds)
        print(f"round {number}: {ready=} {timers=}, may sleep {sleep}")
        return super().select(timeout)


async def bake(name: str, rises: float) -> None:
    print("    kneaded:", name)
    await asyncio.sleep(rises)
    print("    risen:", name)


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.15, print, "    the shop opens")
    await asyncio.gather(bake("bread", 0.2), bake("cake", 0.1))
    print("    main ends")


def watched_loop() -> asyncio.AbstractEventLoop:
    return asyncio.SelectorEventLoop(Watched())


asyncio.run(main(), loop_factory=watched_loop)
