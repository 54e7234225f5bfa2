"""Threads: who starts them, what they wait for, and jobs of executors."""

from __future__ import annotations

import sys
import threading
import time
from _thread import get_ident

from .hooks import HIDDEN, observe, replace, without_ours
from .naming import NAMED, call_label, calling_line, is_helper, show
from .recorder import PLACES, REC, Place, current, here, monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar

_STARTED_BY: dict[int, tuple[int, int]] = {}  # id of a thread -> lane, line


def watch_threads() -> None:
    """All of them, from now on."""
    hooked: Any = threading
    hooked._active = Active(hooked._active)
    for name in ("_start_new_thread", "_start_joinable_thread"):
        if hasattr(hooked, name):
            setattr(hooked, name, noting_creator(getattr(hooked, name)))
    waits_in(threading.Condition, "wait", "another thread")
    waits_in(threading.Thread, "join", "the end of a thread")
    time.sleep = Sleep(time.sleep)
    sys.excepthook = without_ours(sys.excepthook)
    threading.excepthook = without_ours(threading.excepthook)


class Active(dict):  # type: ignore[type-arg]  # 3.8 has no dict[int, Thread]
    """The dict of running threads, which tells when one begins and ends."""

    def __setitem__(self, ident: int, thread: threading.Thread) -> None:
        dict.__setitem__(self, ident, thread)
        observe(thread_begins, ident, thread)

    def __delitem__(self, ident: int) -> None:
        dict.__delitem__(self, ident)
        place = PLACES.pop(ident, None)
        if place is not None:
            observe(thread_ends, place)


def thread_begins(ident: int, thread: Any) -> None:
    by, line = _STARTED_BY.pop(id(thread), (0, 0))
    target, args = getattr(thread, "_target", None), getattr(thread, "_args", ())
    name, kind = thread.name, "thread"
    if getattr(target, "__module__", "") == "concurrent.futures.thread":
        label, kind = name, "worker"
    elif not name.startswith("Thread-"):
        label = name
    elif target is not None:
        label = call_label(target, args)
    else:
        label = type(thread).__name__
    detail = "internal" if kind != "worker" and is_helper(thread) else ""
    PLACES[ident] = Place(REC.lane(monotonic(), kind, label[:NAMED], by, line, detail))


def thread_ends(place: Place) -> None:
    if REC.delay_of:
        REC.delay += max(0.0, REC.delay_of())
    REC.add(["end", monotonic(), place.lane, "ended", ""])
    REC.flush()


def noting_creator(start: Callable[..., Any]) -> Callable[..., Any]:
    def start_thread(function: Any, *args: Any, **kwargs: Any) -> Any:
        if REC.on:
            thread = getattr(function, "__self__", None)
            _STARTED_BY[id(thread)] = (current(), calling_line())
        return start(function, *args, **kwargs)

    return start_thread


def waits_in(owner: type, name: str, what: str) -> None:
    """Note that a thread waits while it is in this method."""
    method = getattr(owner, name)

    def waiting(self: Any, *args: Any, **kwargs: Any) -> Any:
        start = waits(what)
        try:
            return method(self, *args, **kwargs)
        finally:
            waited(start, what, 0.002)  # less is how threads start

    replace(owner, name, waiting)


def waits(what: str) -> float:
    place = PLACES.get(get_ident())
    if place is not None and REC.on:
        place.waits = what
    return monotonic()


def waited(start: float, what: str, at_least: float = 0.0) -> None:
    place = PLACES.get(get_ident())
    if place is not None and REC.on:
        place.waits = ""
        lane, now = place.stack[-1] if place.stack else place.lane, monotonic()
        if now - start >= at_least:
            REC.add(["wait", start, now, lane, what, calling_line()])


class Sleep:
    """`time.sleep`, which does not let the event loop go on meanwhile."""

    __module__, __name__ = "time", "sleep"

    def __init__(self, native: Callable[..., None]) -> None:
        self.native = native
        self.__qualname__ = "sleep"
        self.__doc__ = native.__doc__

    def __call__(self, *args: Any) -> None:
        what = "time.sleep(%s)" % show(args[0]) if args else ""
        start = waits(what)
        if REC.on and REC.records:
            REC.flush(start)
        try:
            return self.native(*args)
        finally:
            waited(start, what)

    def __repr__(self) -> str:
        return repr(self.native)

    def __reduce__(self) -> str:
        return "sleep"  # what is pickled is `time.sleep`


HIDDEN.add(Sleep.__call__.__code__)


def watch_executors() -> None:
    """Jobs of thread pools, if their module is loaded."""
    module: Any = sys.modules.get("concurrent.futures.thread")
    if module is None:
        return
    item = module._WorkItem
    init, run = item.__init__, item.run

    def __init__(self: Any, future: Any, *args: Any) -> None:
        init(self, future, *args)
        if REC.on:
            future._executed_by = current()

    def _run(self: Any, *args: Any) -> Any:
        start, future = monotonic(), self.future
        task = (self.fn, self.args) if hasattr(self, "fn") else self.task
        place = here()
        place.enter(place.lane, start)
        try:
            return run(self, *args)
        finally:
            place.leave()
            observe(job_done, place.lane, start, future, task)

    item.__init__, item.run = __init__, _run


def job_done(lane: int, start: float, future: Any, task: Any) -> None:
    now, by = monotonic(), getattr(future, "_executed_by", -1)
    REC.add(["job", start, now, lane, call_label(task[0], task[1]), by])


class SimulatedJob:
    """With it, a job runs as if on a thread of its own; `worker` names that thread."""

    lanes: ClassVar[dict[str, int]] = {}

    def __init__(self, worker: str, function: Any, args: Any, by: int) -> None:
        self.worker, self.task, self.by = worker, (function, args), by

    def __enter__(self) -> None:
        self.start, self.ident = monotonic(), get_ident()
        self.before = PLACES.get(self.ident)
        if REC.on:
            if self.worker not in self.lanes:
                self.lanes[self.worker] = REC.lane(self.start, "worker", self.worker, 0, 0)
            lane = self.lanes[self.worker]
            PLACES[self.ident] = place = Place(lane)
            place.enter(lane, self.start)

    def __exit__(self, *error: object) -> None:
        if REC.on and self.worker in self.lanes:
            label = call_label(*self.task)
            REC.add(["job", self.start, monotonic(), self.lanes[self.worker], label, self.by])
        if self.before is not None:
            PLACES[self.ident] = self.before
