# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs the module resource"
# ///
import asyncio
import resource

resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))


# --8<-- [start:fetch]
async def photo(pot: int) -> int:
    with open(__file__) as file:
        await asyncio.sleep(0.1)  # it is sent to a customer
        return len(file.readline())


async def main() -> None:
    photos = await asyncio.gather(*(photo(pot) for pot in range(100)))
    print(len(photos), "photos sent")


# --8<-- [end:fetch]
try:
    asyncio.run(main())
except OSError as error:
    print("OSError:", str(error).split(":")[0])
