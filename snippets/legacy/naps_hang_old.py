# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L20: two such sleeps: the hang"
# timeout = 2
# declares = ["timeout"]
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# declares = ["never-awaited"]
# [[tool.executed.on]]
# python = ">=3.14"
# declares = []
# ///
import asyncio
import threading
import time


def ring(seconds, alarm):
    time.sleep(seconds)
    alarm.set_result(None)


async def nap(seconds):
    alarm = asyncio.get_event_loop().create_future()
    threading.Thread(target=ring, args=(seconds, alarm)).start()
    await alarm


async def main():
    await asyncio.wait([nap(0.4), nap(0.4)])
    print("two naps are over")


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
