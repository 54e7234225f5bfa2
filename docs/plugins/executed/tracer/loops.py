"""Event loops: what they run and when they poll, seen from their ready queue."""

from __future__ import annotations

from _thread import get_ident
from _weakref import ref
from collections import deque
from itertools import islice
from operator import attrgetter

from .naming import callback_label, calling_line
from .recorder import MAX_RECORDS, PLACES, REC, Place, current, failed, here, monotonic
from .stops import ending_of, stop_of
from .tasks import adopt, rename, stepped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Iterable

TIMERS, QUEUED = 4, 8  # entries that a record of a poll holds
NEVER = 1e9  # JSON knows no infinity, for which a task may sleep
SOON = 0.001  # seconds
_STEP_TYPES: dict[type, bool] = {}
_STEPS = ("task_wakeup", "TaskWakeupMethWrapper", "__step", "__wakeup")
_NO_TIMERS: tuple[list[Any], int] = [], 0
_when = attrgetter("_when")
_append: Any = deque.append
_popleft: Any = deque.popleft
_length: Any = deque.__len__


class Ready(deque):  # type: ignore[type-arg]  # 3.8 has no deque[Any]
    """The ready queue of a loop, which tells us what the loop does.

    `_run_once` asks it, in this order: is anything ready (it is about to
    poll), how many (it has polled), and then for each handle to run.
    """

    tasks: ClassVar[Any] = ()  # the classes of all tasks
    timer: ClassVar[Any] = None  # the class of handles that were timers

    def __init__(self, loop: Any, content: Iterable[Any] = ()) -> None:
        super().__init__(content)
        self.loop = ref(loop)  # a cycle would delay its end
        self.lane = -1
        self.ident = 0
        self.place = Place(-1)  # of the thread that runs the loop
        self.times: Any = deque()  # of each entry: since when, by which lane, due
        self.polling = 0.0
        self.timers = _NO_TIMERS
        self.steps = 0
        # what runs now
        self.task: Any = None
        self.handle: Any = None
        self.now = 0.0
        self.since: tuple[float, int, float] = 0.0, -1, 0.0
        self.cancelled = False

    def append(self, handle: Any) -> None:
        _append(self, handle)
        if REC.on:
            ident, now = get_ident(), monotonic()
            place = PLACES.get(ident)
            by = -1 if place is None else place.stack[-1] if place.stack else place.lane
            when = handle._when if type(handle) is self.timer else 0
            _append(self.times, (now, by, when))
            if ident != self.ident and self.ident:
                self.from_outside(handle, now, by)

    def from_outside(self, handle: Any, now: float, by: int) -> None:
        """Another thread adds a handle: the loop may never come to it."""
        try:
            REC.add(["ready", now, self.entry(handle), by, self.lane])
            REC.flush(now)
        except Exception:
            failed()

    def clear(self) -> None:
        deque.clear(self)
        self.times.clear()
        if self.handle is not None and REC.on:
            try:
                self.end(monotonic())
            except Exception:
                failed()

    def __bool__(self) -> bool:
        filled: bool = _length(self) > 0
        if REC.on and get_ident() == self.ident:
            try:
                now = monotonic()
                if self.handle is not None:
                    self.end(now)
                self.polling = now
                self.timers = self.due() if REC.count < MAX_RECORDS else _NO_TIMERS
                timers = self.timers[0]
                # Send while the loop has nothing else to do.
                if not filled and not (timers and timers[0][0] < now + SOON):
                    REC.flush(now)
            except Exception:
                failed()
        return filled

    def __len__(self) -> int:
        length: int = _length(self)
        if self.polling and REC.on and get_ident() == self.ident:
            try:
                self.polled(length)
            except Exception:
                failed()
        return length

    def popleft(self) -> Any:
        handle = _popleft(self)
        if REC.on:
            try:
                now = monotonic()
                if self.handle is not None:
                    self.end(now)
                since = _popleft(self.times) if self.times else (now, -1, 0)
                if not handle._cancelled:
                    self.begin(handle, now, since)
            except Exception:
                failed()
        return handle

    def polled(self, length: int) -> None:
        """The loop has polled, and is about to run so many handles."""
        now, start, self.polling = monotonic(), self.polling, 0.0
        REC.sent = now  # sent before the poll, if there was anything
        self.steps += length
        REC.sample(now)
        if REC.count >= MAX_RECORDS:
            REC.left["poll"] = REC.left.get("poll", 0) + 1
            return
        # By index: other threads may append meanwhile.
        queue = [self.entry(self[index]) for index in range(min(length, QUEUED))]
        timers, number = self.timers
        REC.add(["poll", start, now, self.lane, queue, length, timers, number])

    def due(self) -> tuple[list[Any], int]:
        """The next timers, and how many there are."""
        scheduled = getattr(self.loop(), "_scheduled", ())
        if not scheduled:
            return _NO_TIMERS
        # The smallest of a heap are near its front.
        front = sorted(islice(scheduled, 2**TIMERS - 1), key=_when)[:TIMERS]
        return [[min(NEVER, timer._when), self.entry(timer)] for timer in front], len(scheduled)

    def entry(self, handle: Any) -> int | str | list[int]:
        """The lane of the task that will run, [lane] if it will be woken; else a name."""
        callback, args = handle._callback, handle._args
        if callback is None:
            return "(cancelled)"
        lane = getattr(getattr(callback, "__self__", None), "_executed_lane", None)
        if type(lane) is int:
            return lane
        if args and hasattr(type(args[0]), "_asyncio_future_blocking"):
            for waiting in getattr(args[0], "_callbacks", None) or ():
                owner = getattr(waiting[0], "__self__", None)
                lane = getattr(owner, "_executed_lane", None)
                if type(lane) is int:
                    return [lane]
        return callback_label(callback)[0]

    def begin(self, handle: Any, now: float, since: tuple[float, int, float]) -> None:
        callback = handle._callback
        owner = getattr(callback, "__self__", None)
        self.handle, self.now, self.since = handle, now, since
        lane: Any = self.lane
        if owner is not None and isinstance(owner, self.tasks) and is_step(callback):
            self.task = owner
            lane = getattr(owner, "_executed_lane", None)
            if lane is None:
                lane = adopt(owner, now)
            args = handle._args
            woken = getattr(args[0], "cancelled", None) if args else None
            self.cancelled = owner._must_cancel or (woken is not None and woken())
        self.place.stack.append(lane)
        self.place.since.append(now)

    def end(self, now: float) -> None:
        self.place.since.pop()
        lane = self.place.stack.pop()
        task, handle = self.task, self.handle
        self.task = self.handle = None
        since = [self.since[2] or self.since[0], self.since[1]]
        if task is None:
            if REC.count < MAX_RECORDS:
                callback, label, line = handle._callback, "", 0
                if callback is not None:
                    label, line = callback_label(callback, handle._args)
                REC.add(["call", self.now, now, self.lane, label, since, line])
            return
        done = task.done()
        if done:
            REC.existing -= 1
        if lane < 0 or REC.count >= MAX_RECORDS:
            REC.left["step"] = REC.left.get("step", 0) + 1
            if lane >= 0 and done:
                REC.always(["end", now, lane, *ending_of(task)])
            return
        stop = ending_of(task) if done else stop_of(task, task._fut_waiter)
        cancelled = 1 if self.cancelled else 0
        REC.add(["step", self.now, now, lane, self.lane, since, cancelled, stop, self.steps])
        if done:
            rename(task, lane)


def is_step(callback: Any) -> bool:
    """Whether a callback of a task makes it run: its step or its wake-up."""
    kind = type(callback)
    known = _STEP_TYPES.get(kind)
    if known is None:
        known = _STEP_TYPES[kind] = kind.__name__.startswith("Task")
    return known or getattr(callback, "__name__", "") in _STEPS


def watch_loops(asyncio: Any, tasks: tuple[type, ...]) -> None:
    """Each new loop gets a `Ready` queue, and says when it runs."""
    Ready.tasks, Ready.timer = tasks, asyncio.TimerHandle
    kind, events = asyncio.base_events.BaseEventLoop, asyncio.events
    init, set_running = kind.__init__, events._set_running_loop

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        init(self, *args, **kwargs)
        self._ready = Ready(self, self._ready)

    def _set_running_loop(loop: Any) -> None:
        set_running(loop)
        if REC.on:
            try:
                loop_runs(loop)
            except Exception:
                failed()

    kind.__init__ = __init__
    # uvloop takes it from the package.
    asyncio._set_running_loop = events._set_running_loop = _set_running_loop


def loop_runs(loop: Any) -> None:
    """This thread begins to run a loop, or to run none."""
    place, now = here(), monotonic()
    if loop is None:
        if place.loops:
            ready = place.loops.pop()
            if ready.handle is not None:
                ready.end(now)
            ready.polling = 0.0
            REC.add(["loop", now, ready.lane, place.lane, 0])
        return
    meet(loop)
    ready = getattr(loop, "_ready", None)
    if not isinstance(ready, Ready):
        return
    if ready.lane < 0:
        ready.lane = REC.lane(now, "loop", type(loop).__name__, place.lane, calling_line())
    ready.ident, ready.place = get_ident(), place
    place.loops.append(ready)
    REC.add(["loop", now, ready.lane, place.lane, 1])


def meet(loop: Any) -> None:
    """A loop that is not asyncio's own, such as uvloop's: watch its `call_soon`."""
    if isinstance(getattr(loop, "_ready", None), Ready):
        return
    kind = type(loop)
    schedule = getattr(kind, "call_soon", None)
    if schedule is None or getattr(schedule, "_executed", False):
        return

    def call_soon(self: Any, callback: Any, *args: Any, **kwargs: Any) -> Any:
        owner = getattr(callback, "__self__", None)
        if REC.on and isinstance(owner, Ready.tasks) and is_step(callback):
            callback = foreign_step(callback, owner, [monotonic(), current()])
        return schedule(self, callback, *args, **kwargs)

    call_soon._executed = True  # type: ignore[attr-defined]
    kind.call_soon = call_soon


def foreign_step(callback: Any, task: Any, since: list[Any]) -> Callable[..., Any]:
    def step(*args: Any) -> Any:
        place, start = here(), monotonic()
        lane = getattr(task, "_executed_lane", None)
        lane = adopt(task, start) if lane is None else lane
        cancelled = bool(task._must_cancel or (args and args[0].cancelled()))
        place.enter(lane, start)
        try:
            return callback(*args)
        finally:
            place.leave()
            stepped(task, lane, start, -1, since, cancelled)

    return step
