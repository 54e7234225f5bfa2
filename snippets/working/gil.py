# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs threads"
# ///
import hashlib
import sys
import threading
import time
from typing import Callable


def wait() -> None:
    time.sleep(0.1)


def compute() -> None:
    sum(number * number for number in range(1_500_000))


def seal() -> None:
    hashlib.pbkdf2_hmac("sha256", b"parcel", b"wax", 600_000)


def twice(work: Callable) -> float:
    started, cpu = time.perf_counter(), time.process_time()
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cpu = time.process_time() - cpu
    took = time.perf_counter() - started
    print(f"twice {work.__name__}: {took:.2f} s,", end=" ")
    print(f"processor time {cpu:.2f} s")
    return cpu / took


used = [twice(work) for work in (wait, compute, seal)]
assert used[0] < 0.5 and used[1] < 1.3  # processors
if hasattr(sys, "_is_gil_enabled"):
    print("this Python has its GIL:", sys._is_gil_enabled())
else:
    print("this Python cannot be without its GIL")
