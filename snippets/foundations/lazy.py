# /// script
# requires-python = ">=3.9"
# ///
import time
from collections.abc import Iterator


def restore(painting: str) -> str:
    time.sleep(0.15)
    return f"{painting}, restored"


def restored() -> Iterator[str]:
    for painting in ("Harbour", "Portrait", "Winter"):
        yield restore(painting)


print("a list:")
for work in list(restored()):
    print(" ", work)

print("a generator, and one painting is enough:")
for work in restored():
    print(" ", work)
    break
