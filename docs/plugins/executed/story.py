"""A Trace in words: reasons, moments, and what each lane did.

The standard library only: it also runs in the reader's browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from executed.trace import Lane, Mark, Segment, Trace

STATES = {
    "run": "running",
    "hold": "keeps its thread while it sleeps or waits",
    "wait": "waiting",
    "ready": "ready, in the queue",
    "blocked": "the loop is blocked by another",
    "created": "created, not begun",
}
STEPS = {"wait": "suspended", "created": "created"}  # of generators
MARKS = {
    "print": "prints",
    "returned": "returned",
    "raised": "raised an exception",
    "cancelled": "was cancelled",
    "ended": "ended",
    "cancel": "somebody asks to cancel it",
    "delivered": "CancelledError is thrown in",
    "swallowed": "went on in spite of it",
}
_PLAIN = {
    "tasks": "its tasks",
    "gather": "gather",
    "executor": "work outside the loop",
    "stream": "a stream",
    "socket": "the network",
    "loop": "the network",
    "process": "a process",
    "server": "the end of a server",
    "timer": "a timer",
    "events": "events and timers",
    "task": "a task",
    "future": "a future",
}
MANY = 12  # sentences about lanes; more are counted
_VISITS = 4  # pauses that a sentence names


def seconds(value: float) -> str:
    """`1.00 s`, `12 ms`, `35 µs`: with as many digits as mean something."""
    if value >= 0.0995:
        return f"{value:.2f} s"
    if value >= 0.0009995:
        return f"{value * 1000:.1f} ms" if value < 0.00995 else f"{value * 1000:.0f} ms"
    return f"{value * 1_000_000:.0f} µs"


def reason(trace: Trace, segment: Segment) -> str:
    """What a lane waits for, or who blocks it, in a few words."""
    named = [trace.lanes[lane].label for lane in segment.lanes if lane in trace.lanes]
    if segment.state == "blocked":
        return f"blocked by {named[0] if named else 'a callback'}"
    word, _, detail = segment.why.partition(" ")
    if word == "timer" and detail:
        return f"sleep({detail})"
    if word == "task" and named:
        return named[0]
    if word == "tasks" and named:
        return named[0] if len(named) == 1 else f"{len(named)} tasks"
    if word == "future" and detail:
        return f"future {detail}"
    if word in _PLAIN:
        return _PLAIN[word]
    if word[:1].isupper() and word.isalpha():  # a lock, queue or event: class, method, name
        method, _, name = detail.partition(" ")
        if method.startswith("__a"):
            return f"{word} {name}".strip()
        return f"{name or word}.{method}()"
    return segment.why


def moment(trace: Trace, lane: Lane, mark: Mark, printed: str = "") -> str:
    """One mark in words, such as "1.00 s: prints 'ready'"."""
    at = seconds(mark.at)
    by = trace.lanes[mark.by].label if mark.by in trace.lanes else ""
    match mark.kind:
        case "print":
            return f"{at}: {lane.label} prints {printed}".rstrip()
        case "cancel":
            who = "a timer of the event loop" if _is_loop(trace, mark.by) else by or "the program"
            return f"{at}: {who} asks to cancel {lane.label}"
        case "returned" if mark.text == "None":
            return f"{at}: {lane.label} is done"
        case "returned":
            return f"{at}: {lane.label} returns {mark.text}"
        case "raised":
            return f"{at}: {lane.label} raises {mark.text}"
        case "delivered":
            return f"{at}: CancelledError is thrown into {lane.label}"
        case "swallowed":
            return f"{at}: {lane.label} went on although it was cancelled"
        case "cancelled":
            return f"{at}: {lane.label} is cancelled"
    return f"{at}: {lane.label} {mark.text or 'ends'}"


def _is_loop(trace: Trace, number: int) -> bool:
    return number in trace.lanes and trace.lanes[number].kind == "loop"


def relations(trace: Trace, lane: Lane) -> str:
    """Who created it, and who awaits it."""
    parts = []
    if lane.by in trace.lanes and lane.kind != "loop":
        maker = trace.lanes[lane.by]
        parts.append(f"created by {'the program' if maker.number == 0 else maker.label}")
    if waiters := awaited_by(trace, lane):
        parts.append(f"awaited by {', '.join(one.label for one in waiters[:3])}")
    return " · ".join(parts)


def awaited_by(trace: Trace, lane: Lane) -> list[Lane]:
    """The lanes that wait for this one at some time."""
    return [
        other
        for other in trace.lanes.values()
        if any(lane.number in one.lanes and one.state == "wait" for one in other.segments)
    ]


def sentence(trace: Trace, lane: Lane) -> str:
    """What one lane did, from its creation to its end."""
    parts: list[str] = []
    born = "begins" if lane.kind in ("thread", "process", "loop", "call") else "is created"
    origin = relations(trace, lane)
    parts.append(f"{born} at {seconds(lane.created)}{f' ({origin})' if origin else ''}")
    parts += list(_pauses(trace, lane))
    ran = lane.total("run", "hold")
    if lane.kind in ("task", "call", "generator", "coroutine"):
        parts.append(f"runs for {seconds(ran)} in all")
    if (queued := lane.total("ready")) > 0.005:
        parts.append(f"is ready but queued for {seconds(queued)}")
    for mark in lane.marks:
        if mark.kind in ("cancel", "delivered", "swallowed"):
            parts.append(moment(trace, lane, mark).split(": ", 1)[1] + f" at {seconds(mark.at)}")
    parts.append(_ending(lane))
    return f"{lane.label} {', '.join(parts)}."


def _pauses(trace: Trace, lane: Lane) -> Iterator[str]:
    shown = [
        one
        for one in lane.segments
        if one.state in ("wait", "blocked", "hold") and one.end - one.start >= 0.0005
    ]
    if lane.kind == "loop":
        yield f"sleeps in its selector for {seconds(lane.total('wait'))} of the time"
        return
    merged = [
        (key, sum(one.end - one.start for one in group))
        for key, group in groupby(shown, key=lambda one: (one.state, reason(trace, one)))
    ]
    for (state, why), took in merged[:_VISITS]:
        match state:
            case "wait" if why == "suspended":
                yield f"is suspended for {seconds(took)}"
            case "wait":
                yield f"waits {seconds(took)} for {why}"
            case "hold":
                yield f"keeps its thread for {seconds(took)} in {why}"
            case _:
                yield f"is {why} for {seconds(took)}"
    if len(merged) > _VISITS:
        yield f"pauses {len(merged) - _VISITS} more times"


def _ending(lane: Lane) -> str:
    if lane.ended is None:
        return "and is still there at the end"
    at = seconds(lane.ended)
    last = next((mark for mark in reversed(lane.marks) if mark.kind in MARKS_OF_END), None)
    match last.kind if last else "":
        case "raised":
            return f"and raises {last.text if last else ''} at {at}"
        case "cancelled":
            return f"and is cancelled at {at}"
        case "returned" if last and last.text != "None":
            return f"and returns {last.text} at {at}"
        case "returned":
            return f"and is done at {at}"
    return f"and ends at {at}"


MARKS_OF_END = ("returned", "raised", "cancelled", "ended")


def left_out(trace: Trace) -> str:
    """What the recording left out, in words; empty if nothing."""
    names = {"lane": "tasks", "step": "steps", "poll": "turns of the loop", "call": "callbacks"}
    counts = [
        f"{number:,} {names.get(kind, kind + 's')}" for kind, number in sorted(trace.left.items())
    ]
    return f"Not recorded one by one: {', '.join(counts)}." if counts else ""
