"""Watches tasks, threads and processes of one program, from inside.

The standard library only; CPython 3.8 to 3.15. The program runs unchanged.
While its code runs, no frame of this module is on the stack: an event loop
tells what it does through its own ready queue (`Ready`), and a task class
with a slot for its lane tells who creates and who cancels. Tracebacks, debug
messages and the order of things stay as they are.

What is seen becomes records: lists that begin with a word. `executed.trace`
reads them; the table `RECORDS` says what follows the word. Times are
`time.monotonic()` in seconds, lanes are numbers, 0 is the main thread.

`python tracer.py program.py` runs a program and writes its records, one JSON
array a line, to the file that TRACE_FILE names, or to stderr.
"""

import atexit
import gc
import json
import os
import sys
import threading
import time
from _thread import allocate_lock, get_ident
from collections import deque
from itertools import islice
from types import AsyncGeneratorType, CoroutineType, GeneratorType

RECORDS = {
    "lane": "time, lane, kind, label, lane that created it, line, detail",
    "name": "lane, label: it got another name",
    "step": "start, end, lane, loop's lane, [ready since, by lane], cancelled, stop, loop's step",
    "call": "start, end, loop's lane, label, [ready since, by lane], line",
    "wait": "start, end, lane, what for, line: a thread, or a step that keeps its thread",
    "job": "start, end, lane, label, lane that submitted it",
    "poll": "start, end, loop's lane, ready lanes and labels, how many, timers, how many",
    "polling": "start of a poll that still goes on, loop's lane",
    "loop": "time, loop's lane, thread's lane, whether it starts to run",
    "ready": "time, lane or label, by lane of another thread, loop's lane",
    "print": "time, lane",
    "cancel": "time, lane, by lane, line, whether it takes a request back",
    "open": "time, lane, what is still going on",
    "end": "time, lane, kind of end, value",
    "state": "time, lane, state of a generator or call, line",
    "left": "what was left out, by kind; [time, tasks that exist]",
    "failed": "traceback of the tracer itself",
}
MAX_RECORDS = 12_000
MAX_LANES = 600
MAX_SAMPLES = 400
MAX_STATES = 2_000
NAMED, TIMERS, QUEUED = 40, 4, 8  # characters and entries that a record holds
SCALARS = (str, int, float, bool, bytes, type(None))

monotonic = time.monotonic
_append, _popleft, _length = deque.append, deque.popleft, deque.__len__


class Recorder:
    """Holds records until they are sent; never more than `MAX_RECORDS`."""

    def __init__(self):
        self.on = False
        self.send = None
        self.records = []
        self.count = 0
        self.lanes = 0
        self.sent = 0.0
        self.left = {}
        self.existing = 0  # tasks that were created and are not done
        self.samples = []
        self.every = 1
        self.ticks = self.prints = 0
        self.lock = allocate_lock()

    def add(self, record):
        if self.count < MAX_RECORDS:
            self.count += 1
            self.records.append(record)
            if record[1] - self.sent > 0.1:
                self.flush(record[1])
        else:
            self.left[record[0]] = self.left.get(record[0], 0) + 1

    def always(self, record):
        """One of the few that are kept however many there are."""
        self.records.append(record)

    def lane(self, at, kind, label, by, line, detail=""):
        if self.lanes >= MAX_LANES:
            self.left["lane"] = self.left.get("lane", 0) + 1
            return -1
        self.lanes += 1
        number = self.lanes - 1
        self.always(["lane", at, number, kind, label, by, line, detail])
        return number

    def sample(self, at):
        """How many tasks exist, now and then, more seldom as time goes on."""
        self.ticks += 1
        if self.ticks % self.every == 0:
            self.samples.append([at, self.existing])
            if len(self.samples) >= MAX_SAMPLES:
                self.samples = self.samples[::2]
                self.every *= 2

    def flush(self, now=None):
        """Send what there is; skipped if another thread is at it."""
        if not self.send or not self.lock.acquire(False):
            return
        try:
            records, self.records = self.records, []
            for ident, place in list(PLACES.items()):
                inner = len(place.stack) - 1
                for depth, (lane, since) in enumerate(zip(place.stack, place.since)):
                    waits = place.waits if depth == inner else ""
                    records.append(["open", since, lane, waits])
                for ready in place.loops:
                    if ready.polling:
                        records.append(["polling", ready.polling, ready.lane])
            if self.left:
                records.append(["left", self.left, self.samples[-MAX_SAMPLES:]])
            if records:
                self.sent = now or monotonic()
                self.send(json.dumps(records).encode())
        finally:
            self.lock.release()


class Place:
    """What one thread does: the lanes it is in, the innermost last."""

    __slots__ = ("lane", "loops", "since", "stack", "waits")

    def __init__(self, lane):
        self.lane = lane
        self.loops = []
        self.stack = []
        self.since = []  # when it entered each lane of the stack
        self.waits = ""

    def enter(self, lane, at):
        self.stack.append(lane)
        self.since.append(at)

    def leave(self):
        self.since.pop()
        return self.stack.pop()


REC = Recorder()
PLACES = {}
TASKS = ()


def here():
    """The place of the current thread, new if it was unknown."""
    place = PLACES.get(get_ident())
    if place is None:
        lane = REC.lane(monotonic(), "thread", "a thread", 0, 0)
        place = PLACES[get_ident()] = Place(lane)
    return place


def current():
    place = PLACES.get(get_ident())
    if place is None:
        return -1
    return place.stack[-1] if place.stack else place.lane


def failed():
    """The program goes on without us, and the page says so."""
    import traceback

    REC.on = False
    REC.records = [["failed", traceback.format_exc()]]
    REC.flush()
    REC.send = None


# --- where the program's own code stands ---------------------------------

_IS_PROGRAM = {}
FOLDER = ""
PROGRAM = ""


def is_program(filename):
    known = _IS_PROGRAM.get(filename)
    if known is None:
        known = os.path.join(FOLDER, filename) == os.path.join(FOLDER, PROGRAM)
        known = known or os.path.realpath(os.path.join(FOLDER, filename)) == PROGRAM
        _IS_PROGRAM[filename] = known
    return known


def calling_line():
    """The innermost line of the program on this thread's stack, or 0."""
    frame = sys._getframe(2)
    for _ in range(24):
        if frame is None:
            break
        if is_program(frame.f_code.co_filename):
            return frame.f_lineno
        frame = frame.f_back
    return 0


def own_locals(frame):
    """The locals of a paused function; leaves no reference behind."""
    found = frame.f_locals
    if sys.version_info < (3, 13) and frame.f_code.co_flags & 1:
        names = dict(found)
        found.clear()  # a snapshot would keep objects alive
        return names
    return dict(found)


def show(value, limit=NAMED):
    """A scalar as text; other values as the name of their type."""
    if type(value) in SCALARS:
        text = repr(value)
        return text if len(text) <= limit else text[: limit - 1] + "…"
    return type(value).__name__


def label_of(code, name, values):
    """`serve('Amir')`: the arguments that are plain values."""
    count = code.co_argcount + code.co_kwonlyargcount
    shown = [
        show(values[key], 20)
        for key in code.co_varnames[:count]
        if values.get(key) is not None and type(values[key]) in SCALARS
    ]
    return "%s(%s)" % (name.rpartition("<locals>.")[2], ", ".join(shown[:3]))


def is_internal(function):
    """Whether a method of asyncio itself, no business of the program."""
    code = getattr(function, "cr_code", None) or getattr(function, "__code__", None)
    name = getattr(function, "__qualname__", "")
    folder = os.path.dirname(code.co_filename) if code else ""
    return "." in name and os.path.basename(folder) == "asyncio"


def coroutine_label(coro):
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    if frame is None:
        return "%s()" % name.rpartition("<locals>.")[2]
    return label_of(frame.f_code, name, own_locals(frame))


def unwrapped(function, args=()):
    """What a callback really calls: through partial and Context.run."""
    for _ in range(6):
        inner = getattr(function, "func", None)
        if inner is not None and hasattr(function, "keywords"):
            function, args = inner, function.args + tuple(args)
        elif getattr(function, "__name__", "") == "run" and args and callable(args[0]):
            function, args = args[0], tuple(args[1:])
        else:
            break
    return function, args


def call_label(function, args=()):
    function, args = unwrapped(function, args)
    name = getattr(function, "__qualname__", None) or type(function).__name__
    shown = [show(value, 20) for value in args if type(value) in SCALARS]
    return "%s(%s)" % (name.rpartition("<locals>.")[2], ", ".join(shown[:3]))


def line_of(function):
    code = getattr(unwrapped(function)[0], "__code__", None)
    return code.co_firstlineno if code and is_program(code.co_filename) else 0


# --- why a task stopped running -------------------------------------------

# file of asyncio -> what a task that stopped in it waits for
WAITS = {
    "locks.py": "object",
    "queues.py": "object",
    "streams.py": "stream",
    "selector_events.py": "socket",
    "unix_events.py": "socket",
    "base_events.py": "loop",
    "subprocess.py": "process",
    "base_subprocess.py": "process",
    "taskgroups.py": "tasks",
    "threads.py": "executor",
    "runners.py": "tasks",
}
# functions of which the file alone does not tell
FUNCTIONS = {
    ("tasks.py", "sleep"): "timer",
    ("tasks.py", "wait"): "tasks",
    ("tasks.py", "_wait"): "tasks",
    ("tasks.py", "_wait_for_one"): "tasks",
    ("base_events.py", "shutdown_default_executor"): "executor",
    ("base_events.py", "getaddrinfo"): "executor",
    ("base_events.py", "wait_closed"): "server",
    ("base_events.py", "serve_forever"): "server",
}
_KINDS = {}


def kind_of(code):
    """What a task waits for that stands in this function of asyncio."""
    kind = _KINDS.get(code)
    if kind is None:
        folder, file = os.path.split(code.co_filename)
        kind = ""
        if os.path.basename(folder) == "asyncio":
            kind = FUNCTIONS.get((file, code.co_name)) or WAITS.get(file, "")
        _KINDS[code] = kind
    return kind


def _paused(awaited):
    """The coroutine or generator behind an awaitable of another type."""
    for inner in gc.get_referents(awaited):
        if type(inner) in (CoroutineType, GeneratorType, AsyncGeneratorType):
            return inner
    return None


def chain(paused):
    """The frames of a paused coroutine, the outermost first."""
    frames = []
    while paused is not None and len(frames) < 200:
        kind = type(paused)
        if kind is CoroutineType:
            frame, paused = paused.cr_frame, paused.cr_await
        elif kind is GeneratorType:
            frame, paused = paused.gi_frame, paused.gi_yieldfrom
        elif kind is AsyncGeneratorType:
            frame, paused = paused.ag_frame, paused.ag_await
        else:
            name = kind.__name__
            if not (name.startswith("async_gen") or name in _WRAPPERS):
                break
            paused = getattr(paused, "gen", None) or _paused(paused)
            continue
        if frame is None:
            break
        frames.append(frame)
    return frames


_WRAPPERS = ("coroutine_wrapper", "anext_awaitable", "CoroWrapper")


def name_of(wanted, frame):
    """The name under which the program's function knows an object."""
    if frame is None:
        return ""
    for names in (own_locals(frame), frame.f_globals):
        for name, value in names.items():
            if value is wanted:
                return name
        owner = names.get("self")
        for name, value in getattr(owner, "__dict__", {}).items():
            if value is wanted:
                return "self.%s" % name
    return ""


def lanes_of(futures):
    found = [getattr(one, "_executed_lane", -1) for one in islice(futures, 30)]
    return sorted(lane for lane in found if lane >= 0)


def stop_of(task, waiter):
    """[line, what it waits for, detail, lanes that it awaits, due]"""
    line, standing, library = 0, None, []
    for frame in chain(task.get_coro()):
        if is_program(frame.f_code.co_filename):
            line, standing, library = frame.f_lineno, frame, []
        else:
            library.append(frame)
    if waiter is None:
        return [line, "turn", "", [], 0]
    for frame in library:
        kind = kind_of(frame.f_code)
        if not kind:
            continue
        known = own_locals(frame)
        owner = known.get("self")
        if kind == "timer":
            due = getattr(known.get("h"), "_when", 0)
            return [line, "timer", show(known.get("delay", "")), [], due]
        if kind == "tasks":
            awaited = known.get("fs") or getattr(owner, "_tasks", None) or ()
            return [line, "tasks", "", lanes_of(awaited), 0]
        if kind == "object":
            what = type(owner).__name__
            detail = "%s %s" % (frame.f_code.co_name, name_of(owner, standing))
            return [line, what, detail.strip(), [], 0]
        return [line, kind, frame.f_code.co_name, [], 0]
    return [line] + awaited_future(waiter, standing)


def awaited_future(waiter, standing):
    lane = getattr(waiter, "_executed_lane", None)
    if lane is not None:
        return ["task", "", [lane], 0]
    children = getattr(waiter, "_children", None)
    if children is not None:
        return ["gather", "", lanes_of(children), 0]
    for callback in waiter._callbacks or ():
        name = getattr(callback[0], "__qualname__", "")
        if name.endswith("_call_check_cancel"):
            return ["executor", "", [], 0]
    for handle in islice(getattr(waiter.get_loop(), "_scheduled", ()), 32):
        if handle._args and waiter in handle._args[:1]:
            return ["timer", "", [], handle._when]
    return ["future", name_of(waiter, standing), [], 0]


def ending_of(task):
    """[kind of end, value]; does not touch the flag of unretrieved exceptions."""
    if task.cancelled():
        return ["cancelled", ""]
    error = task._exception
    if error is not None:
        text = error.args[0] if len(error.args) == 1 else ""
        shown = text if type(text) is str else show(text) if text != "" else ""
        name = type(error).__name__
        return ["raised", ("%s: %s" % (name, shown[:60])) if shown else name]
    return ["returned", show(task._result)]


# --- the event loop, seen from its ready queue ----------------------------


_STEPS = ("task_wakeup", "TaskWakeupMethWrapper", "__step", "__wakeup")


def is_step(callback):
    """Whether a callback of a task makes it run: its step or its wake-up."""
    kind = type(callback).__name__
    if kind.startswith("Task"):
        return True
    return getattr(callback, "__name__", "") in _STEPS


class Ready(deque):
    """The ready queue of a loop, which tells us what the loop does.

    `_run_once` asks it, in this order: is anything ready (it is about to
    poll), how many (it has polled), and then for each handle to run.
    """

    def __init__(self, loop, content=()):
        super().__init__(content)
        import weakref

        self.loop = weakref.ref(loop)  # a cycle would delay its end
        self.lane = -1
        self.ident = 0
        self.times = deque()
        self.polling = 0.0
        self.timers = [], 0
        self.task = None
        self.handle = None
        self.steps = 0

    def append(self, handle):
        _append(self, handle)
        if REC.on:
            now, by = monotonic(), current()
            _append(self.times, (now, by, getattr(handle, "_when", 0)))
            if self.ident and get_ident() != self.ident:
                self.from_outside(handle, now, by)

    def from_outside(self, handle, now, by):
        """Another thread adds a handle: the loop may never come to it."""
        try:
            REC.add(["ready", now, self.entry(handle), by, self.lane])
            REC.flush(now)
        except Exception:
            failed()

    def clear(self):
        deque.clear(self)
        self.times.clear()
        if self.handle is not None and REC.on:
            self.end(monotonic())

    def __bool__(self):
        filled = _length(self) > 0
        if REC.on and get_ident() == self.ident:
            try:
                now = monotonic()
                if self.handle is not None:
                    self.end(now)
                self.polling = now
                if REC.count < MAX_RECORDS:
                    self.timers = self.due()
                if not filled:
                    REC.flush(now)
            except Exception:
                failed()
        return filled

    def __len__(self):
        length = _length(self)
        if self.polling and REC.on and get_ident() == self.ident:
            try:
                self.polled(length)
            except Exception:
                failed()
        return length

    def popleft(self):
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

    def polled(self, length):
        now, start, self.polling = monotonic(), self.polling, 0.0
        REC.sent = now  # sent before the poll, if there was anything
        self.steps += length
        REC.sample(now)
        if REC.count >= MAX_RECORDS:
            REC.left["poll"] = REC.left.get("poll", 0) + 1
            return
        queue = [self.entry(handle) for handle in islice(self, QUEUED)]
        timers, number = self.timers
        REC.add(["poll", start, now, self.lane, queue, length, timers, number])

    def due(self):
        """The next timers, and how many there are."""
        scheduled = getattr(self.loop(), "_scheduled", ())
        if not scheduled:
            return [], 0
        # The smallest of a heap are near its front.
        front = sorted(islice(scheduled, 2**TIMERS - 1))[:TIMERS]
        return [[timer._when, self.entry(timer)] for timer in front], len(scheduled)

    def entry(self, handle):
        """A lane, if a task will run or be woken; else a name."""
        callback, args = handle._callback, handle._args
        if callback is None:
            return "(cancelled)"
        lane = getattr(getattr(callback, "__self__", None), "_executed_lane", None)
        if lane is not None:
            return lane
        if args:
            for waiting in getattr(args[0], "_callbacks", None) or ():
                owner = getattr(waiting[0], "__self__", None)
                lane = getattr(owner, "_executed_lane", None)
                if lane is not None:
                    return [lane]
        return call_label(callback)[:NAMED]

    def begin(self, handle, now, since):
        place = PLACES[self.ident] if self.ident in PLACES else here()
        callback = handle._callback
        owner = getattr(callback, "__self__", None)
        self.handle, self.now, self.since = handle, now, since
        if isinstance(owner, TASKS) and is_step(callback):
            self.task = owner
            lane = getattr(owner, "_executed_lane", None)
            if lane is None:
                lane = adopt(owner, now)
            args = handle._args
            woken = args and getattr(args[0], "cancelled", None)
            self.cancelled = owner._must_cancel or bool(woken and woken())
            place.enter(lane, now)
        else:
            self.task = None
            place.enter(self.lane, now)

    def end(self, now):
        place = PLACES[self.ident]
        lane = place.leave()
        task, handle, self.task, self.handle = self.task, self.handle, None, None
        since = [self.since[2] or self.since[0], self.since[1]]
        if task is None:
            if REC.count < MAX_RECORDS:
                label = call_label(handle._callback, handle._args) if handle._callback else ""
                line = line_of(handle._callback) if handle._callback else 0
                REC.add(["call", self.now, now, self.lane, label[:NAMED], since, line])
            return
        if task.done():
            REC.existing -= 1
        if lane < 0 or REC.count >= MAX_RECORDS:
            REC.left["step"] = REC.left.get("step", 0) + 1
            if lane >= 0 and task.done():
                REC.always(["end", now, lane] + ending_of(task))
            return
        stop = ending_of(task) if task.done() else stop_of(task, task._fut_waiter)
        cancelled = 1 if self.cancelled else 0
        REC.add(["step", self.now, now, lane, self.lane, since, cancelled, stop, self.steps])
        if task.done():
            rename(task, lane)


def adopt(task, now):
    """Give a lane to a task that our task class did not make."""
    REC.existing += 1
    lane = REC.lane(now, "task", coroutine_label(task.get_coro()), -1, 0, "")
    try:
        task._executed_lane = lane
    except AttributeError:
        return -1
    return lane


def rename(task, lane):
    name = task.get_name()
    if name != "None" and not (name.startswith("Task-") and name[5:].isdigit()):
        REC.add(["name", lane, name[:NAMED]])


def watch_loops(base_events, events):
    """Each new loop gets a `Ready` queue, and says when it runs."""
    init, set_running = base_events.BaseEventLoop.__init__, events._set_running_loop

    def __init__(self, *args, **kwargs):
        init(self, *args, **kwargs)
        self._ready = Ready(self, self._ready)

    def _set_running_loop(loop):
        set_running(loop)
        if REC.on:
            try:
                loop_runs(loop)
            except Exception:
                failed()

    base_events.BaseEventLoop.__init__ = __init__
    events._set_running_loop = _set_running_loop


def loop_runs(loop):
    place, now = here(), monotonic()
    if loop is None:
        if place.loops:
            ready = place.loops.pop()
            if ready.handle is not None:
                ready.end(now)
            ready.polling = 0.0
            REC.add(["loop", now, ready.lane, place.lane, 0])
        return
    ready = getattr(loop, "_ready", None)
    if not isinstance(ready, Ready):
        watch_foreign(type(loop))
        return
    if ready.lane < 0:
        ready.lane = REC.lane(now, "loop", type(loop).__name__, place.lane, calling_line())
    ready.ident = get_ident()
    place.loops.append(ready)
    REC.add(["loop", now, ready.lane, place.lane, 1])


def watch_foreign(kind):
    """A loop that is not asyncio's own, such as uvloop's: its `call_soon`."""
    schedule = kind.call_soon
    if getattr(schedule, "_executed", False):
        return

    def call_soon(self, callback, *args, **kwargs):
        owner = getattr(callback, "__self__", None)
        if REC.on and isinstance(owner, TASKS) and is_step(callback):
            callback = foreign_step(callback, owner, (monotonic(), current(), 0))
        return schedule(self, callback, *args, **kwargs)

    call_soon._executed = True
    kind.call_soon = call_soon


def foreign_step(callback, task, since):
    def step(*args):
        place, start = here(), monotonic()
        lane = getattr(task, "_executed_lane", None)
        lane = adopt(task, start) if lane is None else lane
        cancelled = int(bool(task._must_cancel or (args and args[0].cancelled())))
        place.enter(lane, start)
        try:
            return callback(*args)
        finally:
            place.leave()
            if task.done():
                REC.existing -= 1
            if REC.on and lane >= 0:
                stop = ending_of(task) if task.done() else stop_of(task, task._fut_waiter)
                since_ = [since[0], since[1]]
                REC.add(["step", start, monotonic(), lane, -1, since_, cancelled, stop, 0])

    return step


# --- tasks: who creates, who cancels --------------------------------------


def watch_tasks(asyncio):
    """Put a task class in place that has a slot for a lane."""
    global TASKS
    native = asyncio.tasks.Task

    class Meta(type(native)):
        def __call__(cls, *args, **kwargs):
            if not REC.on:
                return super().__call__(*args, **kwargs)
            start, by = monotonic(), current()
            coro = args[0] if args else kwargs.get("coro")
            REC.existing += 1
            try:
                lane = -1
                if REC.lanes < MAX_LANES:
                    label = coroutine_label(coro)
                    detail = "internal" if is_internal(coro) else ""
                    lane = REC.lane(start, "task", label, by, calling_line(), detail)
                else:
                    REC.lane(start, "task", "", by, 0)
            except Exception:
                failed()
                return super().__call__(*args, **kwargs)
            if kwargs.get("eager_start"):
                task = eager(super().__call__, args, kwargs, lane, start, by)
            else:
                task = super().__call__(*args, **kwargs)
            if task._source_traceback:
                del task._source_traceback[-1]  # this frame
            task._executed_lane = lane
            return task

    class Task(native, metaclass=Meta):
        __slots__ = ("_executed_lane",)
        __doc__ = native.__doc__

        def cancel(self, *args, **kwargs):
            if REC.on:
                cancel_requested(self, 0)
            return native.cancel(self, *args, **kwargs)

        if hasattr(native, "uncancel"):

            def uncancel(self):
                if REC.on:
                    cancel_requested(self, 1)
                return native.uncancel(self)

    Task.__module__, Task.__qualname__ = native.__module__, native.__qualname__
    asyncio.tasks.Task = asyncio.Task = Task
    TASKS = (native, asyncio.tasks._PyTask)
    if hasattr(asyncio, "eager_task_factory"):
        factory = asyncio.create_eager_task_factory(Task)
        asyncio.tasks.eager_task_factory = asyncio.eager_task_factory = factory


def eager(make, args, kwargs, lane, start, by):
    """A task whose first step runs while it is made."""
    place = here()
    place.enter(lane, start)
    try:
        task = make(*args, **kwargs)
    finally:
        place.leave()
    now = monotonic()
    if task.done():
        REC.existing -= 1
    if REC.on and lane >= 0:
        stop = ending_of(task) if task.done() else stop_of(task, task._fut_waiter)
        loop = place.loops[-1].lane if place.loops else -1
        REC.add(["step", start, now, lane, loop, [start, by], 0, stop, 0])
    return task


def cancel_requested(task, back):
    try:
        lane = getattr(task, "_executed_lane", -1)
        if lane >= 0 and not task.done():
            REC.add(["cancel", monotonic(), lane, current(), calling_line(), back])
    except Exception:
        failed()


# --- threads, executors, processes ----------------------------------------

_STARTED_BY = {}


class Active(dict):
    """The dict of running threads, which tells when one begins and ends."""

    def __setitem__(self, ident, thread):
        dict.__setitem__(self, ident, thread)
        if REC.on:
            try:
                thread_begins(ident, thread)
            except Exception:
                failed()

    def __delitem__(self, ident):
        dict.__delitem__(self, ident)
        place = PLACES.pop(ident, None)
        if place is not None and REC.on:
            REC.add(["end", monotonic(), place.lane, "ended", ""])
            REC.flush()


def thread_begins(ident, thread):
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
    detail = "internal" if is_internal(unwrapped(target)[0]) else ""
    PLACES[ident] = Place(REC.lane(monotonic(), kind, label[:NAMED], by, line, detail))


def watch_threads():
    threading._active = Active(threading._active)
    for name in ("_start_new_thread", "_start_joinable_thread"):
        if hasattr(threading, name):
            setattr(threading, name, noting_creator(getattr(threading, name)))
    waits_in(threading.Condition, "wait", "another thread")
    waits_in(threading.Thread, "join", "the end of a thread")


def noting_creator(start):
    def start_thread(function, *args, **kwargs):
        if REC.on:
            _STARTED_BY[id(function.__self__)] = (current(), calling_line())
        return start(function, *args, **kwargs)

    return start_thread


def waits_in(owner, name, what):
    """Note that a thread waits while it is in this method."""
    method = getattr(owner, name)

    def waiting(self, *args, **kwargs):
        start = waits(what)
        try:
            return method(self, *args, **kwargs)
        finally:
            waited(start, what, 0.002)  # less is how threads start

    for attribute in ("__name__", "__qualname__", "__module__", "__doc__"):
        setattr(waiting, attribute, getattr(method, attribute))
    _HIDDEN.add(waiting.__code__)
    setattr(owner, name, waiting)


def waits(what):
    place = PLACES.get(get_ident())
    if place is not None and REC.on:
        place.waits = what
    return monotonic()


def waited(start, what, at_least=0.0):
    place = PLACES.get(get_ident())
    if place is not None and REC.on:
        place.waits = ""
        lane, now = place.stack[-1] if place.stack else place.lane, monotonic()
        if now - start >= at_least:
            REC.add(["wait", start, now, lane, what, calling_line()])


class Sleep:
    """`time.sleep`, which does not let the event loop go on meanwhile."""

    __module__, __name__, __qualname__ = "time", "sleep", "sleep"

    def __init__(self, native):
        self.native = native
        self.__doc__ = native.__doc__

    def __call__(self, *args):
        what = "time.sleep(%s)" % show(args[0]) if args else ""
        start = waits(what)
        if REC.on and REC.records:
            REC.flush(start)
        try:
            return self.native(*args)
        finally:
            waited(start, what)

    def __repr__(self):
        return repr(self.native)


_HIDDEN = {Sleep.__call__.__code__}


def without_ours(hook):
    """An except hook that does not show our frames."""

    def excepthook(*args):
        link = args[2] if len(args) == 3 else args[0].exc_traceback
        while link is not None and link.tb_next is not None:
            if link.tb_next.tb_frame.f_code in _HIDDEN:
                link.tb_next = link.tb_next.tb_next
            else:
                link = link.tb_next
        return hook(*args)

    return excepthook


def watch_executors():
    module = sys.modules.get("concurrent.futures.thread")
    if module is None:
        return
    item = module._WorkItem
    init, run = item.__init__, item.run

    def __init__(self, future, *args):
        init(self, future, *args)
        if REC.on:
            future._executed_by = current()

    def _run(self, *args):
        start, future = monotonic(), self.future
        if hasattr(self, "fn"):
            function, given = self.fn, self.args
        else:
            function, given = self.task[0], self.task[1]
        place = here()
        place.enter(place.lane, start)
        try:
            return run(self, *args)
        finally:
            place.leave()
            if REC.on:
                by = getattr(future, "_executed_by", -1)
                label = call_label(function, given)[:NAMED]
                REC.add(["job", start, monotonic(), place.lane, label, by])

    item.__init__, item.run = __init__, _run


def watch_processes():
    module = sys.modules.get("subprocess")
    if module is not None and hasattr(module.Popen, "_handle_exitstatus"):
        before(module.Popen, "_get_handles", process_begins)
        before(module.Popen, "_handle_exitstatus", process_ended)
    transports = sys.modules.get("asyncio.base_subprocess")
    if transports is not None:
        before(
            transports.BaseSubprocessTransport,
            "_process_exited",
            lambda self, *args: process_ended(self._proc),
        )
    multi = sys.modules.get("multiprocessing.process")
    if multi is not None:
        before(multi.BaseProcess, "start", multi_begins)
        before(multi.BaseProcess, "join", lambda self, *args: None, multi_ended)
        before(multi.BaseProcess, "close", multi_ended)


def before(owner, name, act, after=None):
    """Call `act` before a method, and `after` after it, with the same arguments."""
    method = getattr(owner, name)

    def called(self, *args, **kwargs):
        observe(act, self, *args)
        result = method(self, *args, **kwargs)
        if after:
            observe(after, self, *args)
        return result

    called.__name__ = name
    _HIDDEN.add(called.__code__)
    setattr(owner, name, called)


def observe(act, *args):
    if REC.on:
        try:
            act(*args)
        except Exception:
            failed()


def process_begins(process, *args):
    command = process.args
    words = [command] if isinstance(command, (str, bytes)) else list(command)
    label = " ".join(os.path.basename(os.fsdecode(word)) for word in words[:2])
    lane = REC.lane(monotonic(), "process", label[:NAMED], current(), calling_line())
    process._executed_lane = lane


def process_ended(process, *args):
    lane = process.__dict__.pop("_executed_lane", -1) if process is not None else -1
    if lane >= 0:
        REC.always(["end", monotonic(), lane, "ended", ""])


def multi_begins(process):
    target = getattr(process, "_target", None)
    label = call_label(target, process._args) if target else process.name
    lane = REC.lane(monotonic(), "process", label[:NAMED], current(), calling_line())
    process._executed_lane = lane


def multi_ended(process, *args):
    if process._popen is None or process._popen.returncode is not None:
        process_ended(process)


# --- generators, coroutines and calls without a loop -----------------------


class Calls:
    """Follows named functions of the program: each call gets a lane.

    A generator is found as soon as it exists, among the youngest objects;
    its state is read after each line that the program runs.
    """

    def __init__(self, names):
        self.names = set(names)
        self.paused = {}  # id of a frame -> [weak reference, lane, state]
        self.known = set()
        self.states = 0

    def install(self):
        sys.settrace(self.trace)
        threading.settrace(self.trace)

    def trace(self, frame, event, arg):
        try:
            code = frame.f_code
            if not REC.on or not is_program(code.co_filename):
                return None
            self.look(frame.f_back if event == "call" else frame)
            if event == "call" and id(frame) in self.paused:
                here().enter(self.paused[id(frame)][1], monotonic())
            elif event == "call" and code.co_name in self.names and not code.co_flags & 0x2A0:
                self.called(frame)
            return self.local
        except Exception:
            failed()
            return None

    def local(self, frame, event, arg):
        try:
            if REC.on:
                self.look(frame)
                if event == "return" and frame in self.known:
                    self.known.discard(frame)
                    lane = here().leave()
                    REC.add(["end", monotonic(), lane, "returned", show(arg)])
                elif event == "return" and id(frame) in self.paused:
                    place = here()
                    if place.stack[-1:] == [self.paused[id(frame)][1]]:
                        place.leave()
        except Exception:
            failed()
        return self.local

    def called(self, frame):
        place, code = here(), frame.f_code
        label = label_of(code, code.co_name, dict(frame.f_locals))
        line = frame.f_back.f_lineno if frame.f_back else 0
        by = place.stack[-1] if place.stack else place.lane
        place.enter(REC.lane(monotonic(), "call", label, by, line), monotonic())
        self.known.add(frame)

    def look(self, frame):
        """Find new generators, and note the states that have changed."""
        now = monotonic()
        for found in gc.get_objects(generation=0):
            if type(found) in (GeneratorType, CoroutineType, AsyncGeneratorType):
                self.found(found, now, frame)
        for entry in list(self.paused.values()):
            state, line = state_of(entry[0]())
            if (state, line) != tuple(entry[2]):
                entry[2] = [state, line]
                self.states += 1
                if self.states < MAX_STATES:
                    REC.add(["state", now, entry[1], state, line])
                else:
                    REC.left["state"] = REC.left.get("state", 0) + 1
                if state == "closed":
                    self.paused = {k: v for k, v in self.paused.items() if v is not entry}

    def found(self, paused, now, frame):
        frame_of = paused_frame(paused)
        if frame_of is None or id(frame_of) in self.paused:
            return
        code = frame_of.f_code
        if code.co_name not in self.names or not is_program(code.co_filename):
            return
        import weakref

        kind = "generator" if type(paused) is GeneratorType else "coroutine"
        state = state_of(paused)
        # Before it has begun, its arguments can be read without a trace.
        values = own_locals(frame_of) if state[0] == "created" else {}
        label = label_of(code, paused.__qualname__, values)
        line = frame.f_lineno if frame else 0
        lane = REC.lane(now, kind, label, current(), line)
        self.paused[id(frame_of)] = [weakref.ref(paused), lane, list(state)]
        REC.add(["state", now, lane, state[0], state[1]])


def paused_frame(paused):
    for name in ("gi_frame", "cr_frame", "ag_frame"):
        if hasattr(paused, name):
            return getattr(paused, name)
    return None


def state_of(paused):
    """(state, line) of a generator or coroutine; gone means closed."""
    frame = paused_frame(paused) if paused is not None else None
    if frame is None:
        return "closed", 0
    for name in ("gi_running", "cr_running", "ag_running"):
        if getattr(paused, name, False):
            return "running", frame.f_lineno
    for name in ("gi_suspended", "cr_suspended", "ag_suspended"):
        if hasattr(paused, name):
            state = "suspended" if getattr(paused, name) else "created"
            return state, frame.f_lineno
    return ("created" if frame.f_lasti == -1 else "suspended"), frame.f_lineno


# --- start and end ---------------------------------------------------------


def printed(at):
    """The program writes, at this time, to stdout or stderr."""
    if REC.on:
        REC.add(["print", at, current()])
        REC.prints += 1
        if REC.prints < 200:  # it may be the last that we hear
            REC.flush(at)


def install(program, send, names=()):
    """Watch the program at this path; `send` takes bytes of JSON.

    `names` are functions of which each call, generator or coroutine gets a
    lane. Raises nothing: a tracer that cannot work tells so in its records.
    """
    global PROGRAM, FOLDER
    REC.send = send
    try:
        PROGRAM, FOLDER = os.path.realpath(program), os.getcwd()
        PLACES[get_ident()] = Place(REC.lane(monotonic(), "thread", "main thread", -1, 0))
        asyncio = sys.modules.get("asyncio")
        if asyncio is not None:
            watch_loops(asyncio.base_events, asyncio.events)
            watch_tasks(asyncio)
        watch_threads()
        watch_executors()
        watch_processes()
        time.sleep = Sleep(time.sleep)
        sys.excepthook = without_ours(sys.excepthook)
        threading.excepthook = without_ours(threading.excepthook)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=stop)
        atexit.register(REC.flush)
        REC.on = True
        if names:
            Calls(names).install()
    except Exception:
        failed()


def stop():
    """A forked child is no part of the picture."""
    REC.on, REC.send = False, None
    sys.settrace(None)


def main():
    import asyncio  # noqa: F401  # loaded, to be watched
    import concurrent.futures.thread  # noqa: F401
    import runpy

    path = sys.argv[1]
    target = os.environ.get("TRACE_FILE")
    out = open(target, "wb") if target else sys.stderr.buffer

    def send(data):
        for record in json.loads(data.decode()):
            out.write(json.dumps(record).encode() + b"\n")
        out.flush()

    sys.argv = sys.argv[1:]
    install(path, send)
    runpy.run_path(path, run_name="__main__")


if __name__ == "__main__":
    main()
