# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import time
from concurrent.futures import ThreadPoolExecutor

PARCELS = ("ink", "lamp", "tent", "vase", "skis")


def track(parcel: str) -> str:
    time.sleep(0.2)  # waits for the answer of the depot
    return f"{parcel} is on its way"


started = time.perf_counter()
# --8<-- [start:engine]
with ThreadPoolExecutor(max_workers=5) as pool:
    for answer in pool.map(track, PARCELS):
        print(answer)
# --8<-- [end:engine]
print(f"took {time.perf_counter() - started:.2f} s")
