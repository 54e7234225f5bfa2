# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def try_out(wheels: asyncio.Semaphore) -> None:
    await wheels.acquire()
    try:
        wheels.release()
        wheels.release()  # a mistake: given back twice
    except ValueError as error:
        print("  ValueError:", error)
    free = 0
    while not wheels.locked():
        await wheels.acquire()
        free += 1
    print("  free wheels:", free)


async def main() -> None:
    for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        print(kind.__name__)
        await try_out(kind(2))


asyncio.run(main())
