# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L24: five threads that sleep"
# browser = "needs threads"
# ///
import threading
import time


def doze():
    time.sleep(0.3)
    done.append(threading.current_thread().getName())


started, done = time.perf_counter(), []
threads = [threading.Thread(target=doze) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{len(done)} of 5 in {time.perf_counter() - started:.2f} s")
