# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# ///
import multiprocessing
import time

PARCELS = ("ink", "lamp", "tent", "vase", "skis")


def track(parcel: str) -> str:
    time.sleep(0.2)  # waits for the answer of the depot
    return f"{parcel} is on its way"


if __name__ == "__main__":
    asking = [
        multiprocessing.Process(target=track, args=(parcel,))
        for parcel in PARCELS
    ]
    for process in asking:
        process.start()
    for process in asking:
        process.join()
    print("all five have answered")
