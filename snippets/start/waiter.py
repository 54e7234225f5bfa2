import asyncio
import time

MINUTE = 0.1  # a minute of the story, in seconds
COOKING = {"Amir": 10, "Kohli": 5, "John": 1}  # only the kitchen knows


def minute() -> int:
    passed = (time.perf_counter() - opened) / MINUTE
    return int(passed + 0.1)  # drops what the computer itself took


async def kitchen(guest: str) -> None:
    await asyncio.sleep(COOKING[guest] * MINUTE)


async def serve(guest: str) -> None:
    asked = minute()
    await kitchen(guest)  # the waiter goes on to somebody else
    print(f"{guest}: order taken at {asked}, food at {minute()}")


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        for guest in COOKING:
            tasks.create_task(serve(guest))


opened = time.perf_counter()
asyncio.run(main())
print("all done at", minute())
