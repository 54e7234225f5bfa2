import asyncio
import time

MINUTE = 0.1  # a minute of the story, in seconds
COOKING = {"Amir": 10, "Kohli": 5, "John": 1}


def minute() -> int:
    passed = (time.perf_counter() - opened) / MINUTE
    return int(passed + 0.1)  # drops what the computer itself took


# --8<-- [start:cook]
async def kitchen(guest: str) -> None:
    time.sleep(COOKING[guest] * MINUTE)  # the waiter cooks


# --8<-- [end:cook]


async def serve(guest: str) -> None:
    asked = minute()
    await kitchen(guest)
    print(f"{guest}: order taken at {asked}, food at {minute()}")


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        for guest in COOKING:
            tasks.create_task(serve(guest))


opened = time.perf_counter()
asyncio.run(main())
print("all done at", minute())
