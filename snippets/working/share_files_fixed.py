# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs the module resource"
# ///
import asyncio
import resource

resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))


# --8<-- [start:fetch]
async def photo(pot: int, places: asyncio.Semaphore) -> int:
    async with places:
        with open(__file__) as file:
            await asyncio.sleep(0.1)  # it is sent to a customer
            return len(file.readline())


async def main() -> None:
    places = asyncio.Semaphore(20)
    pots = range(100)
    photos = await asyncio.gather(*(photo(pot, places) for pot in pots))
    print(len(photos), "photos sent")


# --8<-- [end:fetch]
asyncio.run(main())
