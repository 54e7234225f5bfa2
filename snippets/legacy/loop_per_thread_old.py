# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L11: an event loop in each thread"
# browser = "needs threads"
# [[tool.executed.on]]
# python = ">=3.14"
# returncode = 1
# ///
import asyncio
import threading
import time


async def patrol(seconds):
    await asyncio.sleep(seconds)
    print("patrol ends in", threading.current_thread().getName())


def guard(seconds):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(patrol(seconds))
    loop.close()


for number, seconds in enumerate((0.1, 0.3)):
    name = "gate " + str(number)
    threading.Thread(target=guard, args=(seconds,), name=name).start()
time.sleep(0.5)
loop = asyncio.get_event_loop()
loop.run_until_complete(patrol(0.1))
loop.close()
