"""Watches tasks, threads and processes of one program, from inside.

The standard library only; CPython 3.8 to 3.15. The program runs unchanged.
While its code runs, no frame of this package is on the stack: an event loop
tells what it does through its own ready queue (`loops.Ready`), and a task
class with a slot for its lane tells who creates and who cancels. Tracebacks,
debug messages and the order of things stay as they are.

What is seen becomes records: lists that begin with a word. `executed.trace`
reads them; the table `RECORDS` says what follows the word. Times are
`time.monotonic()` in seconds, lanes are numbers, 0 is the main thread.
"""

from __future__ import annotations

import atexit
import os
import sys
from _thread import get_ident

from .hooks import observe
from .naming import PROGRAM
from .processes import watch_processes
from .recorder import PLACES, REC, Place, current, failed, monotonic
from .threads import watch_executors, watch_threads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Iterable

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


def load(calls: bool) -> None:
    """Load all of this package that `install` will need, `calls` if with names."""
    if "asyncio" in sys.modules:
        from . import loops, tasks  # noqa: F401
    if calls:
        from . import calls as _  # noqa: F401


def install(
    program: str,
    send: Callable[[bytes], object],
    names: Iterable[str] = (),
    delay_of: Callable[[], float] | None = None,
) -> None:
    """Watch the program at this path; `send` takes bytes of JSON.

    `names` are functions of which each call, generator or coroutine gets a
    lane. `delay_of` tells for how long the current thread has waited for a
    processor. Raises nothing: a tracer that cannot work tells so in its records.
    """
    REC.send, REC.delay_of = send, delay_of
    try:
        PROGRAM.starts(program)
        PLACES[get_ident()] = Place(REC.lane(monotonic(), "thread", "main thread", -1, 0))
        asyncio = sys.modules.get("asyncio")
        if asyncio is not None:  # half of this package need not be loaded without it
            from .loops import meet, watch_loops
            from .tasks import watch_tasks

            watch_loops(asyncio, watch_tasks(asyncio, meet))
        watch_threads()
        watch_executors()
        watch_processes()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=stop)
        atexit.register(REC.flush)
        REC.on = True
        if names:
            from .calls import Calls

            Calls(names).install()
    except Exception:
        failed()


def printed(at: float) -> None:
    """The program writes, at this time, to stdout or stderr."""
    observe(_note_print, at)


def _note_print(at: float) -> None:
    REC.add(["print", at, current()])
    REC.prints += 1
    if REC.prints < 200:  # it may be the last that we hear
        REC.flush(at)


def delay() -> float:
    """For how many seconds the threads that have ended waited for a processor."""
    return REC.delay


def stop() -> None:
    """A forked child is no part of the picture."""
    REC.on, REC.send = False, None
    sys.settrace(None)


def finish() -> None:
    """Send what there is, and watch no more."""
    REC.flush()
    stop()
