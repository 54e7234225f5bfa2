# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs threads"
# ///
import sys
import threading

shelf = 0
door = threading.Lock()


def one_more(parcels: int) -> int:
    return parcels + 1


# --8<-- [start:scan]
def scan() -> None:
    global shelf
    for _ in range(200_000):
        with door:  # one thread at a time
            shelf = one_more(shelf)


# --8<-- [end:scan]
sys.setswitchinterval(0.00001)  # switch often, as in the broken program
scanners = [threading.Thread(target=scan) for _ in range(2)]
for scanner in scanners:
    scanner.start()
for scanner in scanners:
    scanner.join()
print("400,000 parcels scanned, some were lost:", shelf < 400_000)
