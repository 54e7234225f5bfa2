import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def line_to(gauge: str) -> AsyncIterator[str]:
    await asyncio.sleep(0.1)  # ring up
    print("  open", gauge)
    try:
        yield f"line to the {gauge}"  # the block runs here
    finally:
        await asyncio.sleep(0.1)  # ring off
        print("  closed", gauge)


async def visit(patience: float) -> None:
    print("patience:", patience)
    try:
        async with asyncio.timeout(patience):
            async with line_to("mill") as line:
                print("  use the", line)
                await asyncio.sleep(0.1)
            print("  all done")
    except TimeoutError:
        print("  too late")


async def main() -> None:
    for patience in 0.4, 0.15, 0.05:
        await visit(patience)


asyncio.run(main())
