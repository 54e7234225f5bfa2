# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["tour"]
# ///
import inspect
from collections.abc import Generator


def report(when: str) -> None:
    print(f"{when:<24}{inspect.getgeneratorstate(visit)}")


def tour() -> Generator[str, str, None]:
    report("  woken by next()")
    yield "hall"
    report("  woken by send()")
    try:
        yield "library"
    except LookupError:
        report("  woken by throw()")
    try:
        yield "garden"
    finally:
        report("  woken by close()")


visit = tour()
report("called")
next(visit)
report("after next()")
visit.send("a question")
report("after send()")
visit.throw(LookupError("lost"))
report("after throw()")
visit.close()
report("after close()")
