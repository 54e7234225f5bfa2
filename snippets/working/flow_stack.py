import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def line_to(gauge: str) -> AsyncIterator[str]:
    await asyncio.sleep(0.05)  # ring up
    if gauge == "weir":
        raise OSError("the weir does not answer")
    print("  open", gauge)
    try:
        yield gauge
    finally:
        await asyncio.sleep(0.05)  # ring off
        print("  closed", gauge)


async def tour(gauges: list[str]) -> None:
    print(gauges)
    async with AsyncExitStack() as stack:
        lines = []
        for gauge in gauges:
            lines.append(await stack.enter_async_context(line_to(gauge)))
        print("  all open:", lines)


async def main() -> None:
    for gauges in ["mill", "bridge", "ferry"], ["mill", "bridge", "weir"]:
        try:
            await tour(gauges)
        except OSError as error:
            print("OSError:", error)


asyncio.run(main())
