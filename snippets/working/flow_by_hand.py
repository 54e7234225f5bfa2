# /// script
# requires-python = ">=3.10"
# ///
import asyncio


class Gauge:
    def __init__(self, levels: list[int]) -> None:
        self.levels = levels

    def __aiter__(self) -> "Gauge":  # an ordinary function
        self.reports = iter(self.levels)
        return self

    async def __anext__(self) -> int:
        await asyncio.sleep(0.1)  # until the gauge reports
        for level in self.reports:
            return level
        raise StopAsyncIteration


async def main() -> None:
    mill = Gauge([212, 215])
    async for level in mill:
        print("the loop:", level)

    iterator = aiter(mill)
    while True:
        try:
            level = await anext(iterator)
        except StopAsyncIteration:
            break
        print("by hand: ", level)


asyncio.run(main())
