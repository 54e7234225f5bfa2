# /// script
# requires-python = ">=3.9"
# ///
import inspect
from collections.abc import Iterator


def tour() -> Iterator[str]:
    yield "hall"


def closed() -> Iterator[str]:
    if False:
        yield "hall"


visit = tour()
for name, thing in (("tour", tour), ("visit", visit), ("closed", closed)):
    print(
        f"{name}: {type(thing).__name__},",
        f"generator function: {inspect.isgeneratorfunction(thing)},",
        f"generator: {inspect.isgenerator(thing)}",
    )
print("closed:", list(closed()))
