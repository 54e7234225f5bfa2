# /// script
# requires-python = ">=3.8"
# [tool.executed]
# trace = ["serve"]
# ///
import time

MINUTE = 0.1  # seconds: the story is told quickly
COOKING = {"Amir": 10, "Kohli": 5, "John": 1}  # minutes in the kitchen


def clock() -> str:
    return f"{time.perf_counter() - opened:.2f} s"


def serve(guest: str) -> None:
    taken = clock()
    time.sleep(COOKING[guest] * MINUTE)  # stands at the kitchen door
    print(f"{guest}: order taken at {taken}, food at {clock()}")


opened = time.perf_counter()
# --8<-- [start:order]
for guest in sorted(COOKING, key=lambda guest: COOKING[guest]):
    serve(guest)
# --8<-- [end:order]
print("all done at", clock())
