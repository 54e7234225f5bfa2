# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import List


async def pump() -> str:
    await asyncio.sleep(0.1)
    raise OSError("the tank is empty")


async def heater() -> str:
    await asyncio.sleep(0.2)
    return "warm"


# --8<-- [start:main]
def both() -> List[asyncio.Task]:
    return [asyncio.create_task(work()) for work in (heater, pump)]


async def main() -> None:
    answers = await asyncio.gather(*both(), return_exceptions=True)
    print("gather:", answers)

    tasks = both()
    await asyncio.wait(tasks)
    print("wait:", [repr(task.exception()) for task in tasks])

    for answer in asyncio.as_completed(both()):
        try:
            print("as_completed:", await answer)
        except OSError as error:
            print("as_completed:", repr(error))


# --8<-- [end:main]
asyncio.run(main())
