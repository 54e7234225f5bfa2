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


# --8<-- [start:engine]
if __name__ == "__main__":
    started = time.perf_counter()
    asking = [
        multiprocessing.Process(target=track, args=(parcel,))
        for parcel in PARCELS
    ]
    for process in asking:
        process.start()
    for process in asking:
        process.join()
    # --8<-- [end:engine]
    print(f"took {time.perf_counter() - started:.2f} s")
