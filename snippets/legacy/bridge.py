# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import types


@types.coroutine  # was: @asyncio.coroutine
def read_station(name):
    yield from asyncio.sleep(0.1)
    return name + ": 4 degrees"


async def main():
    print("await:      ", await read_station("Oslo"))
    print("gather:     ", *await asyncio.gather(read_station("Turku")))
    old_style = read_station("Umeå")
    try:
        print("create_task:", await asyncio.create_task(old_style))
    except TypeError as error:
        print("create_task:", "TypeError:", str(error).split(",")[0])


asyncio.run(main())
