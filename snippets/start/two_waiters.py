# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading

threads, loops = {}, {}


async def serve(guest: str) -> None:
    await asyncio.sleep(0.1)
    threads[guest] = threading.current_thread()
    loops[guest] = asyncio.get_running_loop()


async def evening(*guests: str) -> None:
    await asyncio.gather(*(serve(guest) for guest in guests))


def waiter(*guests: str) -> None:
    asyncio.run(evening(*guests))


upstairs = threading.Thread(target=waiter, args=("Amir", "Kohli"))
downstairs = threading.Thread(target=waiter, args=("John",))
for floor in (upstairs, downstairs):
    floor.start()
for floor in (upstairs, downstairs):
    floor.join()

for first, second in (("Amir", "Kohli"), ("Amir", "John")):
    print(f"{first} and {second}:")
    print("  same thread:", threads[first] is threads[second])
    print("  same event loop:", loops[first] is loops[second])
