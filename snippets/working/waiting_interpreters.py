# /// script
# requires-python = ">=3.14"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import time
from concurrent.futures import InterpreterPoolExecutor

PARCELS = ("ink", "lamp", "tent", "vase", "skis")


def track(parcel: str) -> str:
    time.sleep(0.2)  # waits for the answer of the depot
    return f"{parcel} is on its way"


# --8<-- [start:engine]
if __name__ == "__main__":
    started = time.perf_counter()
    with InterpreterPoolExecutor(max_workers=5) as pool:
        for answer in pool.map(track, PARCELS):
            print(answer)
    # --8<-- [end:engine]
    print(f"took {time.perf_counter() - started:.2f} s")
