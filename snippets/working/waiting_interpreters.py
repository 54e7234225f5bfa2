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


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=5) as pool:
        for answer in pool.map(track, PARCELS):
            print(answer)
