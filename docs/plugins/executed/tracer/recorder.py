"""The records of what happens, and where in the program each thread is."""

from __future__ import annotations

import json
import time
from _thread import allocate_lock, get_ident

TYPE_CHECKING = False  # `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from typing import Any, Callable

MAX_RECORDS = 12_000
MAX_LANES = 600
MAX_SAMPLES = 400

monotonic = time.monotonic


class Recorder:
    """Holds records until they are sent; never more than `MAX_RECORDS`."""

    def __init__(self) -> None:
        self.on = False
        self.send: Callable[[bytes], object] | None = None
        self.records: list[list[Any]] = []
        self.count = 0
        self.lanes = 0
        self.sent = 0.0
        self.left: dict[str, int] = {}
        self.existing = 0  # tasks that were created and are not done
        self.samples: list[tuple[float, int]] = []
        self.every = 1
        self.ticks = self.prints = 0
        self.lock = allocate_lock()
        self.delay_of: Callable[[], float] | None = None
        self.delay = 0.0  # seconds for which threads that have ended waited for a processor

    def add(self, record: list[Any]) -> None:
        """Keep a record, if there is room."""
        if self.count < MAX_RECORDS:
            self.count += 1
            self.records.append(record)
            if record[1] - self.sent > 0.1:
                self.flush(record[1])
        else:
            self.leave_out(record[0])

    def always(self, record: list[Any]) -> None:
        """Keep one of the few that are kept however many there are."""
        self.records.append(record)

    def leave_out(self, word: str) -> None:
        """Count a record that is not kept."""
        self.left[word] = self.left.get(word, 0) + 1

    def lane(self, at: float, kind: str, label: str, by: int, line: int, detail: str = "") -> int:
        """The number of a new lane, -1 if there are too many."""
        if self.lanes >= MAX_LANES:
            self.leave_out("lane")
            return -1
        self.lanes += 1
        number = self.lanes - 1
        self.always(["lane", at, number, kind, label, by, line, detail])
        return number

    def sample(self, at: float) -> None:
        """How many tasks exist, now and then, more seldom as time goes on."""
        self.ticks += 1
        if self.ticks % self.every == 0:
            self.samples.append((at, self.existing))
            if len(self.samples) >= MAX_SAMPLES:
                self.samples = self.samples[::2]
                self.every *= 2

    def flush(self, now: float | None = None) -> None:
        """Send what there is; skipped if another thread is at it."""
        send = self.send
        if not send or not self.lock.acquire(False):
            return
        try:
            # Two steps of which each is atomic: threads add to the list meanwhile.
            records = self.records[:]
            del self.records[: len(records)]
            for place in list(PLACES.values()):
                records += place.still_open()
            if self.left:
                records.append(["left", self.left, self.samples[-MAX_SAMPLES:]])
            if records:
                self.sent = now or monotonic()
                # Surrogates, which a name may hold, are no UTF-8.
                send(json.dumps(records, ensure_ascii=False).encode("utf-8", "replace"))
        finally:
            self.lock.release()


class Place:
    """What one thread does: the lanes it is in, the innermost last."""

    __slots__ = ("lane", "loops", "since", "stack", "waits")

    def __init__(self, lane: int) -> None:
        self.lane = lane
        self.loops: list[Any] = []  # the ready queues of the loops that it runs
        self.stack: list[int] = []
        self.since: list[float] = []  # when it entered each lane of the stack
        self.waits = ""

    def enter(self, lane: int, at: float) -> None:
        self.stack.append(lane)
        self.since.append(at)

    def leave(self) -> int:
        self.since.pop()
        return self.stack.pop()

    def still_open(self) -> list[list[Any]]:
        """Records of what has begun and not ended, should we hear no more."""
        found: list[list[Any]] = []
        inner = len(self.stack) - 1
        for depth, (lane, since) in enumerate(zip(self.stack, self.since)):  # noqa: B905  # 3.8
            found.append(["open", since, lane, self.waits if depth == inner else ""])
        for ready in self.loops:
            if ready.polling:
                found.append(["polling", ready.polling, ready.lane])
        return found


REC = Recorder()
PLACES: dict[int, Place] = {}


def here() -> Place:
    """The place of the current thread, new if it was unknown."""
    place = PLACES.get(get_ident())
    if place is None:
        lane = REC.lane(monotonic(), "thread", "a thread", 0, 0)
        place = PLACES[get_ident()] = Place(lane)
    return place


def current() -> int:
    """The lane that runs in the current thread, -1 if the thread is unknown."""
    place = PLACES.get(get_ident())
    if place is None:
        return -1
    return place.stack[-1] if place.stack else place.lane


def failed() -> None:
    """The program goes on without us, and the page says so."""
    import traceback

    REC.on = False
    # Sent at exit at the latest, if another thread is sending now.
    REC.records = [["failed", traceback.format_exc()]]
    REC.flush()
