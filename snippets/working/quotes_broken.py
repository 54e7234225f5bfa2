# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs processes"
# ///
import time
from concurrent.futures import ProcessPoolExecutor

CARRIERS = ("road", "rail", "river", "air", "bicycle", "drone")


def ask(carrier: str) -> str:
    time.sleep(0.2)  # a library that blocks until the carrier answers
    return f"{carrier} can take it"


# --8<-- [start:engine]
if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:  # this machine has two cores
        list(pool.map(time.sleep, [0.1] * 2))  # both have started
        started = time.perf_counter()
        for answer in pool.map(ask, CARRIERS):
            print(answer)
        print(f"took {time.perf_counter() - started:.2f} s")
# --8<-- [end:engine]
