# /// script
# requires-python = ">=3.12"
# ///
import asyncio


async def slice_bread() -> None:
    print("  sliced")  # waits for nothing


async def main() -> None:
    task = asyncio.create_task(slice_bread())
    print("  create_task has returned, done:", task.done())
    await task


print("as usual")
asyncio.run(main())
print("eager")
with asyncio.Runner() as runner:
    runner.get_loop().set_task_factory(asyncio.eager_task_factory)
    runner.run(main())
