# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import time
from concurrent.futures import ThreadPoolExecutor

CARRIERS = ("road", "rail", "river", "air", "bicycle", "drone")


def ask(carrier: str) -> str:
    time.sleep(0.2)  # a library that blocks until the carrier answers
    return f"{carrier} can take it"


# --8<-- [start:engine]
if __name__ == "__main__":
    started = time.perf_counter()
    with ThreadPoolExecutor(len(CARRIERS)) as pool:
        for answer in pool.map(ask, CARRIERS):
            print(answer)
    print(f"took {time.perf_counter() - started:.2f} s")
# --8<-- [end:engine]
