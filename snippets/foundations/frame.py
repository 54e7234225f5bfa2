# /// script
# requires-python = ">=3.9"
# ///
import linecache
from collections.abc import Generator


def tour() -> Generator[str, None, None]:
    visitors = 4
    yield "hall"
    visitors += 2
    room = "library"
    yield room


def look(visit: Generator) -> None:
    frame = visit.gi_frame
    if frame is None:
        print("no frame any more")
        return
    line = linecache.getline(__file__, frame.f_lineno).strip()
    print("paused at:", line)
    print("   locals:", frame.f_locals)


visit = tour()
look(visit)
for _ in visit:
    look(visit)
look(visit)
