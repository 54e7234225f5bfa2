# /// script
# requires-python = ">=3.9"
# [tool.executed]
# declares = ["never-retrieved", "thread-exception"]
# browser = "needs threads"
# ///
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def pump(way: str) -> None:
    raise OSError(f"{way}: the tank is empty")


async def main() -> None:
    try:
        await asyncio.to_thread(pump, "to_thread")
    except OSError as error:
        print("caught", error)

    thread = threading.Thread(target=pump, args=("Thread",), name="pump")
    thread.start()
    await asyncio.sleep(0.1)

    with ThreadPoolExecutor() as pool:
        pool.submit(pump, "submit")
    print("submit: not a word")

    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, pump, "run_in_executor")
    await asyncio.sleep(0.1)


asyncio.run(main())
