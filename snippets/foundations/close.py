# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


def tour() -> Iterator[str]:
    print("(lights on)")
    try:
        yield "hall"
        yield "library"
    except GeneratorExit:
        print("(asked to stop)")
        raise
    finally:
        print("(lights off)")


visit = tour()
print(next(visit))
visit.close()
print("again, without effect:", visit.close())
print(next(visit, "no more rooms"))
