# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import threading

loops = {}


async def depot(parcels: int) -> None:
    name = threading.current_thread().name
    loops[name] = asyncio.get_running_loop()
    await asyncio.gather(*(asyncio.sleep(0.2) for _ in range(parcels)))


def open_depot(parcels: int) -> None:
    asyncio.run(depot(parcels))  # makes a loop, runs it, closes it


north = threading.Thread(target=open_depot, args=(3,), name="north")
south = threading.Thread(target=open_depot, args=(2,), name="south")
for thread in (north, south):
    thread.start()
for thread in (north, south):
    thread.join()

print("threads with a loop:", *sorted(loops))
print("the loops are different:", loops["north"] is not loops["south"])
print("both are closed:", all(loop.is_closed() for loop in loops.values()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("main thread:", error)
