# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Generator


def tour() -> Generator[str, None, None]:
    try:
        yield "hall"
    finally:
        print("    (lights off)")


def museum() -> Generator[str, None, None]:
    try:
        yield from tour()
    finally:
        print("    (doors locked)")


visit = museum()
next(visit)
print("close()")
visit.close()

visit = museum()
next(visit)
print("throw()")
try:
    visit.throw(LookupError("a visitor is lost"))
except LookupError as error:
    print("    LookupError:", error)
