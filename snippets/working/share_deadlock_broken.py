# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def make(first: asyncio.Lock, second: asyncio.Lock) -> None:
    async with first:
        await asyncio.sleep(0.05)
        async with second:
            await asyncio.sleep(0.05)


# --8<-- [start:main]
async def main() -> None:
    wheel, kiln = asyncio.Lock(), asyncio.Lock()
    ada = asyncio.create_task(make(wheel, kiln), name="Ada")
    bo = asyncio.create_task(make(kiln, wheel), name="Bo")
    done, pending = await asyncio.wait({ada, bo}, timeout=0.5)
    print(len(done), "done,", len(pending), "still wait")


# --8<-- [end:main]
asyncio.run(main())
