# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "quiet"
# trace = ["track"]
# ///
import time

PARCELS = ("ink", "lamp", "tent", "vase", "skis")


# --8<-- [start:track]
def track(parcel: str) -> str:
    time.sleep(0.2)  # waits for the answer of the depot
    return f"{parcel} is on its way"


# --8<-- [end:track]
started = time.perf_counter()
for answer in map(track, PARCELS):
    print(answer)
print(f"took {time.perf_counter() - started:.2f} s")
