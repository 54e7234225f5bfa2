# /// script
# requires-python = ">=3.15"
# ///
import asyncio


# --8<-- [start:when]
async def main() -> None:
    async with asyncio.TaskGroup() as group:
        team = group.create_task(asyncio.sleep(9))
        await asyncio.sleep(0.1)
        group.cancel()  # in the body
        group.cancel()  # once more
        print("the body goes on to its next await")
        await asyncio.sleep(9)
        print("never printed")
    group.cancel()  # after the block
    print("team cancelled:", team.cancelled())

    group = asyncio.TaskGroup()
    group.cancel()  # before the block
    try:
        async with group:
            group.create_task(asyncio.sleep(9))
    except* RuntimeError as errors:
        print(*errors.exceptions)


# --8<-- [end:when]
asyncio.run(main())
