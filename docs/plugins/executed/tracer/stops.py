"""Why a task stopped running: what it waits for, or how it ended."""

from __future__ import annotations

import gc
import os
from itertools import islice
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from .naming import error_text, is_program, own_locals, show, some_locals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any, Iterable

    Stop = list[Any]  # [line, what it waits for, detail, lanes that it awaits, due]

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
_KINDS: dict[CodeType, str] = {}
_WRAPPERS = ("coroutine_wrapper", "anext_awaitable", "CoroWrapper")


def stop_of(task: Any, waiter: Any) -> Stop:
    """Where a task stands, and why: `waiter` is the future that it awaits, or None."""
    line, standing = 0, None
    library: list[FrameType] = []
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
        if kind == "timer":
            timer, delay = some_locals(frame, "h", "delay")
            return [line, "timer", show(delay), [], getattr(timer, "_when", 0)]
        owner, futures = some_locals(frame, "self", "fs")
        if kind == "tasks":
            awaited = futures or getattr(owner, "_tasks", None) or ()
            return [line, "tasks", "", lanes_of(awaited), 0]
        if kind == "object":
            what = type(owner).__name__
            detail = "%s %s" % (frame.f_code.co_name, name_of(owner, standing))
            return [line, what, detail.strip(), [], 0]
        return [line, kind, frame.f_code.co_name, [], 0]
    return [line, *awaited_future(waiter, standing)]


def awaited_future(waiter: Any, standing: FrameType | None) -> list[Any]:
    """What a future stands for, of which the program's own code awaits the result."""
    lane = getattr(waiter, "_executed_lane", None)
    if lane is not None:
        return ["task", "", [lane], 0]
    children = getattr(waiter, "_children", None)
    if children is not None:
        return ["gather", "", lanes_of(children), 0]
    # A future that the program made itself may lack all that asyncio's have.
    for callback in getattr(waiter, "_callbacks", None) or ():
        name = getattr(callback[0], "__qualname__", "")
        if name.endswith("_call_check_cancel"):
            return ["executor", "", [], 0]
    loop = waiter.get_loop() if hasattr(waiter, "get_loop") else None
    for handle in islice(getattr(loop, "_scheduled", ()), 32):
        if handle._args and handle._args[0] is waiter:
            return ["timer", "", [], handle._when]
    return ["future", name_of(waiter, standing), [], 0]


def ending_of(task: Any) -> list[str]:
    """[kind of end, value]; does not touch the flag of unretrieved exceptions."""
    if task.cancelled():
        return ["cancelled", ""]
    error = task._exception
    if error is not None:
        return ["raised", error_text(error)]
    return ["returned", show(task._result)]


def kind_of(code: CodeType) -> str:
    """What a task waits for that stands in this function of asyncio."""
    kind = _KINDS.get(code)
    if kind is None:
        folder, file = os.path.split(code.co_filename)
        kind = ""
        if os.path.basename(folder) == "asyncio":
            kind = FUNCTIONS.get((file, code.co_name)) or WAITS.get(file, "")
        _KINDS[code] = kind
    return kind


def chain(paused: Any) -> list[FrameType]:
    """The frames of a paused coroutine, the outermost first."""
    frames: list[FrameType] = []
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


def _paused(awaited: object) -> Any:
    """The coroutine or generator behind an awaitable of another type."""
    for inner in gc.get_referents(awaited):
        if type(inner) in (CoroutineType, GeneratorType, AsyncGeneratorType):
            return inner
    return None


def name_of(wanted: object, frame: FrameType | None) -> str:
    """The name under which the program's function knows an object."""
    if frame is None:
        return ""
    for names in (own_locals(frame), frame.f_globals):
        for name, value in list(names.items()):  # other threads may add to them
            if value is wanted:
                return name
        owner = names.get("self")
        for name, value in list(getattr(owner, "__dict__", {}).items()):
            if value is wanted:
                return "self.%s" % name
    return ""


def lanes_of(futures: Iterable[Any]) -> list[int]:
    found = [getattr(one, "_executed_lane", -1) for one in islice(futures, 30)]
    return sorted(lane for lane in found if lane >= 0)
