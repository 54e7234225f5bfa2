# /// script
# requires-python = ">=3.11"
# [tool.executed]
# timeout = 2
# declares = ["timeout"]
# ///
import asyncio


async def listen() -> None:
    while True:
        print("radio: nothing")
        await asyncio.sleep(0.55)


# --8<-- [start:day]
async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(listen())
        await asyncio.sleep(0.7)  # the work of the day
        print("main: the hut closes")
    print("main: good night")


# --8<-- [end:day]
asyncio.run(main())
