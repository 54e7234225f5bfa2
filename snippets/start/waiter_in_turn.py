# /// script
# requires-python = ">=3.8"
# ///
import time

MINUTE = 0.1  # a minute of the story, in seconds
COOKING = {"Amir": 10, "Kohli": 5, "John": 1}  # minutes in the kitchen


def minute() -> int:
    passed = (time.perf_counter() - opened) / MINUTE
    return int(passed + 0.1)  # drops what the computer itself took


def serve(guest: str) -> None:
    asked = minute()
    time.sleep(COOKING[guest] * MINUTE)  # stands at the kitchen door
    print(f"{guest}: order taken at {asked}, food at {minute()}")


opened = time.perf_counter()
for guest in COOKING:
    serve(guest)
print("all done at", minute())
