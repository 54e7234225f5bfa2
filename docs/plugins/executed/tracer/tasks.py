"""Tasks: who creates them and who cancels them."""

from __future__ import annotations

from .hooks import observe
from .naming import NAMED, calling_line, coroutine_label, is_internal
from .recorder import MAX_LANES, REC, current, failed, here, monotonic
from .stops import ending_of, stop_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable


def watch_tasks(asyncio: Any, meet: Callable[[Any], None]) -> tuple[type, ...]:
    """Put a task class in place that has a slot for a lane.

    `meet` is told the loop of each new task, which may not run yet. Returns
    the classes of which all tasks are instances.
    """
    native = asyncio.tasks.Task
    kind = type(native)

    class Meta(kind):  # type: ignore[valid-type,misc]  # known when it runs
        def __call__(cls, *args: Any, **kwargs: Any) -> Any:
            if not REC.on:
                return super().__call__(*args, **kwargs)
            start, by = monotonic(), current()
            if "loop" in kwargs:
                observe(meet, kwargs["loop"])
            label, detail = described(args[0] if args else kwargs.get("coro"))
            if kwargs.get("eager_start"):
                lane = created(start, by, label, detail)
                task = eager(super().__call__, args, kwargs, lane, start, by)
            else:
                task = super().__call__(*args, **kwargs)
                lane = created(start, by, label, detail)
            stack = task._source_traceback
            if stack:
                stack[:] = [entry for entry in stack if entry.filename != __file__]
            task._executed_lane = lane
            return task

    class Task(native, metaclass=Meta):  # type: ignore[valid-type,misc]
        __slots__ = ("_executed_lane",)
        __doc__ = native.__doc__

        def cancel(self, *args: Any, **kwargs: Any) -> Any:
            if REC.on:
                cancel_requested(self, 0)
            return native.cancel(self, *args, **kwargs)

        if hasattr(native, "uncancel"):

            def uncancel(self) -> Any:
                if REC.on:
                    cancel_requested(self, 1)
                return native.uncancel(self)

    Task.__module__, Task.__qualname__ = native.__module__, native.__qualname__
    asyncio.tasks.Task = asyncio.Task = Task
    if hasattr(asyncio, "eager_task_factory"):
        factory = asyncio.create_eager_task_factory(Task)
        asyncio.tasks.eager_task_factory = asyncio.eager_task_factory = factory
    return native, asyncio.tasks._PyTask


def described(coro: Any) -> tuple[str, str]:
    """Label and detail of a new task's lane; must be asked before it runs."""
    try:
        if REC.lanes < MAX_LANES:
            return coroutine_label(coro), "internal" if is_internal(coro) else ""
    except Exception:
        failed()
    return "", ""


def created(start: float, by: int, label: str, detail: str) -> int:
    """The lane of a new task."""
    REC.existing += 1
    try:
        line = calling_line() if REC.lanes < MAX_LANES else 0
        return REC.lane(start, "task", label, by, line, detail)
    except Exception:
        failed()
        return -1


def adopt(task: Any, now: float) -> int:
    """Give a lane to a task that our task class did not make."""
    try:
        task._executed_lane = -1
    except AttributeError:
        return -1
    REC.existing += 1
    lane = REC.lane(now, "task", coroutine_label(task.get_coro()), -1, 0, "")
    task._executed_lane = lane
    return lane


def eager(
    make: Callable[..., Any], args: Any, kwargs: Any, lane: int, start: float, by: int
) -> Any:
    """A task whose first step runs while it is made."""
    place = here()
    place.enter(lane, start)
    try:
        task = make(*args, **kwargs)
    finally:
        place.leave()
    loop = place.loops[-1].lane if place.loops else -1
    stepped(task, lane, start, loop, [start, by], False)
    return task


def stepped(
    task: Any, lane: int, start: float, loop: int, since: list[Any], cancelled: bool
) -> None:
    """Note a step that was in no ready queue of ours."""
    try:
        now, done = monotonic(), task.done()
        if done:
            REC.existing -= 1
        if REC.on and lane >= 0:
            stop = ending_of(task) if done else stop_of(task, task._fut_waiter)
            REC.add(["step", start, now, lane, loop, since, int(cancelled), stop, 0])
            if done:
                rename(task, lane)
    except Exception:
        failed()


def cancel_requested(task: Any, back: int) -> None:
    """Note a request to cancel, or that one is taken back."""
    try:
        lane = getattr(task, "_executed_lane", -1)
        if lane >= 0 and not task.done():
            REC.add(["cancel", monotonic(), lane, current(), calling_line(), back])
    except Exception:
        failed()


def rename(task: Any, lane: int) -> None:
    """A task that has a name of its own is called by it."""
    name = task.get_name()
    if name != "None" and not (name.startswith("Task-") and name[5:].isdigit()):
        REC.add(["name", lane, name[:NAMED]])
