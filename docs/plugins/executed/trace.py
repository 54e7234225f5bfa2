"""A Trace: what the tasks, threads and processes of one run did, and when.

Built from the records of `executed.tracer`. The standard library only: it
also runs in the reader's browser.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Literal

State = Literal["run", "hold", "wait", "ready", "blocked", "created"]
LaneKind = Literal["task", "loop", "thread", "worker", "process", "call", "generator", "coroutine"]
MarkKind = Literal[
    "print", "returned", "raised", "cancelled", "ended", "cancel", "delivered", "swallowed"
]
BLOCK = 0.010  # seconds: who runs longer than this without a pause blocks the others
_SAME = 1e-9  # seconds: clock values that went through text and back


@dataclass(frozen=True, slots=True)
class Segment:
    """A lane is in one state from `start` to `end` (seconds of the run).

    `why` is what it waits for, or who blocks it; `lanes` are the lanes
    meant; `line` is the program's line where it stands, 0 if unknown.
    """

    start: float
    end: float
    state: State
    why: str = ""
    line: int = 0
    lanes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at one moment of a lane."""

    at: float
    kind: MarkKind
    text: str = ""
    line: int = 0
    by: int = -1


@dataclass(slots=True)
class Lane:
    """A task, thread, process, loop, generator or call; `ended` is None if it was still there.

    `by` is the lane that created it, `line` the line where; `internal` lanes
    belong to asyncio itself and not to the program.
    """

    number: int
    kind: LaneKind
    label: str
    created: float
    by: int = -1
    line: int = 0
    loop: int = -1
    internal: bool = False
    ended: float | None = None
    segments: list[Segment] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def at(self, moment: float) -> Segment | None:
        """The segment of this moment, if the lane exists then."""
        index = bisect_left(self.segments, moment, key=lambda segment: segment.end)
        if index < len(self.segments) and self.segments[index].start <= moment:
            return self.segments[index]
        return None

    def total(self, *states: State) -> float:
        """Seconds spent in these states."""
        return sum(one.end - one.start for one in self.segments if one.state in states)


@dataclass(frozen=True, slots=True)
class Iteration:
    """The loop polls from `start` to `end`, then runs what is ready.

    `ready` and `timers` name the first few entries, by lane or by function,
    the timers with the moment at which each is due.
    """

    start: float
    end: float
    loop: int
    ready: tuple[int | str, ...]
    ready_count: int
    timers: tuple[tuple[float, int | str], ...]
    timer_count: int


@dataclass(slots=True)
class Trace:
    """`left` counts what was not recorded, `existing` is (moment, number of tasks).

    `failed` is the traceback of the tracer, if it failed.
    """

    wall: float
    lanes: dict[int, Lane] = field(default_factory=dict)
    iterations: list[Iteration] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)
    existing: list[tuple[float, int]] = field(default_factory=list)
    failed: str = ""

    @property
    def concurrent(self) -> bool:
        """Whether there is more to see than one thread that runs."""
        return any(lane.kind not in ("thread", "loop") for lane in self.lanes.values()) or (
            len(self.lanes) > 1
        )

    def named(self, label: str) -> Lane:
        """The first lane with this label.

        Raises:
            KeyError: there is none.
        """
        for lane in self.lanes.values():
            if lane.label == label:
                return lane
        raise KeyError(f"{label!r}: no such lane among {[v.label for v in self.lanes.values()]}")


@dataclass(slots=True)
class _Step:
    start: float
    end: float
    lane: int
    loop: int
    since: float = 0.0
    by: int = -1
    cancelled: bool = False
    stop: Sequence[Any] = ()


_ENDS = ("returned", "raised", "cancelled")


def parse(data: str) -> list[list[Any]]:
    """Records from lines of JSON; a last line that was cut off is left out.

    Raises:
        ValueError: another line is no JSON array.
    """
    lines = data.split("\n")
    lines.pop()  # empty, or cut off when the process was killed
    records: list[list[Any]] = []
    for line in lines:
        found = json.loads(line)
        records += found if isinstance(found[0], list) else [found]
    return records


def build(records: Iterable[Sequence[Any]], began: float, wall: float) -> Trace:
    """The trace of a run that began at monotonic time `began` and took `wall` seconds."""
    builder = _Builder(began, wall)
    for word, *values in records:
        getattr(builder, f"_on_{word}", builder.unknown)(*values)
    return builder.finish()


class _Builder:
    def __init__(self, began: float, wall: float) -> None:
        self.began = began
        self.trace = Trace(wall)
        self.steps: list[_Step] = []
        self.calls: list[_Step] = []
        self.waits: list[tuple[float, float, int, str, int]] = []
        self.jobs: dict[int, list[Segment]] = {}
        self.opened: dict[tuple[int, float], str] = {}
        self.polling: dict[int, float] = {}
        self.ready: dict[int, tuple[float, int]] = {}
        self.states: dict[int, list[tuple[float, str, int]]] = {}
        self.runs: dict[int, list[tuple[float, int, int]]] = {}
        self.requests: dict[int, int] = {}

    def unknown(self, *values: Any) -> None:
        """A word of a newer tracer."""

    def time(self, at: float) -> float:
        return min(max(0.0, at - self.began), self.trace.wall)

    def mark(self, at: float, lane: int, kind: MarkKind, text: str = "", **more: int) -> None:
        if lane in self.trace.lanes:
            self.trace.lanes[lane].marks.append(Mark(self.time(at), kind, text, **more))

    def _on_lane(
        self, at: float, number: int, kind: LaneKind, label: str, by: int, line: int, detail: str
    ) -> None:
        self.trace.lanes[number] = Lane(
            number, kind, label, self.time(at), by, line, internal=detail == "internal"
        )

    def _on_name(self, lane: int, label: str) -> None:
        if lane in self.trace.lanes:
            self.trace.lanes[lane].label = label

    def _on_step(
        self,
        start: float,
        end: float,
        lane: int,
        loop: int,
        since: Sequence[Any],
        cancelled: int,
        stop: Sequence[Any],
        count: int,
    ) -> None:
        self.steps.append(
            _Step(
                self.time(start),
                self.time(end),
                lane,
                loop,
                self.time(since[0]),
                since[1],
                bool(cancelled),
                stop,
            )
        )

    def _on_call(
        self, start: float, end: float, loop: int, label: str, since: Sequence[Any], line: int
    ) -> None:
        self.calls.append(
            _Step(
                self.time(start),
                self.time(end),
                loop,
                loop,
                self.time(since[0]),
                since[1],
                stop=(line, label),
            )
        )

    def _on_wait(self, start: float, end: float, lane: int, what: str, line: int) -> None:
        self.waits.append((self.time(start), self.time(end), lane, what, line))

    def _on_job(self, start: float, end: float, lane: int, label: str, by: int) -> None:
        segment = Segment(self.time(start), self.time(end), "run", label, 0, (by,))
        self.jobs.setdefault(lane, []).append(segment)

    def _on_poll(
        self,
        start: float,
        end: float,
        loop: int,
        ready: Sequence[Any],
        ready_count: int,
        timers: Sequence[Any],
        timer_count: int,
    ) -> None:
        self.trace.iterations.append(
            Iteration(
                self.time(start),
                self.time(end),
                loop,
                tuple(_entry(one) for one in ready),
                ready_count,
                tuple((when - self.began, _entry(one)) for when, one in timers),
                timer_count,
            )
        )

    def _on_polling(self, start: float, loop: int) -> None:
        self.polling[loop] = self.time(start)

    def _on_loop(self, at: float, loop: int, thread: int, starts: int) -> None:
        self.runs.setdefault(loop, []).append((self.time(at), thread, starts))

    def _on_print(self, at: float, lane: int) -> None:
        self.mark(at, lane, "print")

    def _on_cancel(self, at: float, lane: int, by: int, line: int, back: int) -> None:
        self.requests[lane] = self.requests.get(lane, 0) + (-1 if back else 1)
        if not back:
            maker = self.trace.lanes.get(by)
            by_loop = maker is not None and maker.kind == "loop"
            self.mark(at, lane, "cancel", line=0 if by_loop else line, by=by)

    def _on_open(self, since: float, lane: int, waits: str) -> None:
        self.opened[lane, self.time(since)] = waits

    def _on_ready(self, at: float, entry: int | str | list[int], by: int, loop: int) -> None:
        lane = _entry(entry)
        if isinstance(lane, int):
            self.ready[lane] = (self.time(at), by)

    def _on_end(self, at: float, lane: int, kind: MarkKind, value: str) -> None:
        if lane in self.trace.lanes:
            self.trace.lanes[lane].ended = self.time(at)
            self.mark(at, lane, kind, value)

    def _on_state(self, at: float, lane: int, state: str, line: int) -> None:
        self.states.setdefault(lane, []).append((self.time(at), state, line))

    def _on_left(self, counts: dict[str, int], samples: Sequence[Sequence[Any]]) -> None:
        self.trace.left = counts
        self.trace.existing = [(self.time(at), number) for at, number in samples]

    def _on_failed(self, traceback: str) -> None:
        self.trace.failed = traceback

    def finish(self) -> Trace:
        self._open_polls()
        self._open_steps()
        self.steps.sort(key=lambda step: step.start)
        by_lane: dict[int, list[_Step]] = {}
        for step in self.steps:
            by_lane.setdefault(step.lane, []).append(step)
        blockers = _Blockers([*self.steps, *self.calls])
        for lane in self.trace.lanes.values():
            match lane.kind:
                case "task":
                    self._task(lane, by_lane.get(lane.number, []), blockers)
                case "loop":
                    self._loop(lane)
                case "generator" | "coroutine":
                    self._generator(lane)
                case "worker":
                    lane.segments = sorted(self.jobs.get(lane.number, []), key=lambda s: s.start)
                case _:
                    end = self.trace.wall if lane.ended is None else lane.ended
                    line = lane.line if lane.kind == "call" else 0
                    lane.segments = [Segment(lane.created, end, "run", "", line)]
        self._eager_children()
        for wait in self.waits:
            self._wait(*wait)
        for lane in self.trace.lanes.values():
            lane.segments = _merged(lane.segments)
            lane.marks.sort(key=lambda mark: mark.at)
        return self.trace

    def _open_polls(self) -> None:
        """The poll in which a loop still was when the process was killed."""
        polls = self.trace.iterations
        for loop, start in self.polling.items():
            mine = [poll for poll in polls if poll.loop == loop]
            if any(abs(poll.start - start) < _SAME for poll in mine) or (
                mine and mine[-1].start > start
            ):
                continue
            timers, number = (mine[-1].timers, mine[-1].timer_count) if mine else ((), 0)
            polls.append(Iteration(start, self.trace.wall, loop, (), 0, timers, number))

    def _open_steps(self) -> None:
        """What was still going on when the process ended or was killed."""
        known = {(step.lane, round(step.start, 6)) for step in self.steps}
        known |= {(step.lane, round(step.start, 6)) for step in self.calls}
        known |= {(lane, round(job.start, 6)) for lane, jobs in self.jobs.items() for job in jobs}
        for (lane, since), waits in self.opened.items():
            found = self.trace.lanes.get(lane)
            if found is None or (lane, round(since, 6)) in known:
                continue
            if found.kind == "task":
                self.steps.append(
                    _Step(since, self.trace.wall, lane, found.loop, since, stop=("open",))
                )
            if found.kind == "worker":
                job = Segment(since, self.trace.wall, "run", "its job")
                self.jobs.setdefault(lane, []).append(job)
            if waits:
                self.waits.append((since, self.trace.wall, lane, waits, 0))

    def _task(self, lane: Lane, steps: list[_Step], blockers: _Blockers) -> None:
        position = lane.created
        waiting: Sequence[Any] = ()
        swallows = False
        for step in steps:
            lane.loop = step.loop
            start = max(position, step.start)
            line = waiting[0] if waiting else lane.line
            self._gap(lane, position, start, waiting, step.since, blockers)
            lane.segments.append(Segment(start, max(start, step.end), "run", "", line))
            position = max(start, step.end)
            if step.cancelled:
                lane.marks.append(Mark(step.start, "delivered", line=line))
                swallows = True
            if step.stop[0] in _ENDS or step.stop[0] == "open":
                self._end_task(lane, step, line, swallows)
                return
            waiting = step.stop
        end = self.trace.wall if lane.ended is None else lane.ended
        ready, _ = self.ready.get(lane.number, (end, -1))
        self._gap(lane, position, end, waiting, max(ready, position), blockers)

    def _end_task(self, lane: Lane, step: _Step, line: int, swallows: bool) -> None:
        if step.stop[0] == "open":
            return
        lane.ended = step.end
        kind, value = step.stop
        lane.marks.append(Mark(step.end, kind, value, line))
        if swallows and kind == "returned" and self.requests.get(lane.number, 0) > 0:
            lane.marks.append(Mark(step.end, "swallowed", line=line))

    def _gap(
        self,
        lane: Lane,
        start: float,
        end: float,
        waiting: Sequence[Any],
        since: float,
        blockers: _Blockers,
    ) -> None:
        """From a pause to the next run: waits, then is ready or blocked."""
        if not waiting or waiting[1] == "turn":
            line = waiting[0] if waiting else lane.line
            why = "" if waiting else "its first turn"
            lane.segments += blockers.split(lane, start, end, "ready", why, line)
            return
        line, what, detail, lanes, due = waiting
        why = f"{what} {detail}".strip()
        ready = min(max(start, since), end)
        if due and start <= due - self.began < ready:
            # The timer was due; nobody looked, because the loop was busy.
            due = due - self.began
            lane.segments.append(Segment(start, due, "wait", why, line, tuple(lanes)))
            lane.segments += blockers.split(lane, due, ready, "wait", why, line, tuple(lanes))
        else:
            lane.segments.append(Segment(start, ready, "wait", why, line, tuple(lanes)))
        lane.segments += blockers.split(lane, ready, end, "ready", why, line)

    def _loop(self, lane: Lane) -> None:
        """Polls are waits; in between it runs what is ready."""
        polls = [one for one in self.trace.iterations if one.loop == lane.number]
        runs = self.runs.get(lane.number, [])
        ends = [at for at, _, starts in runs if not starts]
        position, opened = lane.created, False
        for at, thread, starts in runs:
            if not starts:
                lane.ended = at
                self._loop_run(lane, position, at, polls)
            opened, position, lane.by = bool(starts), at, thread
        if opened:
            lane.ended = None
            self._loop_run(lane, position, self.trace.wall, polls)
        elif not ends:
            lane.ended = lane.created

    def _loop_run(self, lane: Lane, start: float, end: float, polls: list[Iteration]) -> None:
        position = start
        for poll in polls:
            if poll.start < start or poll.end > end:
                continue
            lane.segments.append(Segment(position, poll.start, "run"))
            why = "events" if poll.end - poll.start > 0.0005 else "events, at once"
            lane.segments.append(Segment(poll.start, poll.end, "wait", why))
            position = poll.end
        lane.segments.append(Segment(position, end, "run"))

    def _generator(self, lane: Lane) -> None:
        names: dict[str, State] = {"running": "run", "suspended": "wait", "created": "created"}
        changes = self.states.get(lane.number, [])
        for (at, state, line), (until, _, _) in pairwise([*changes, (self.trace.wall, "", 0)]):
            if state == "closed":
                lane.ended = at
                lane.marks.append(Mark(at, "ended", "closed"))
                return
            lane.segments.append(Segment(at, until, names[state], state, line))

    def _eager_children(self) -> None:
        """A task whose first step runs inside another's step interrupts it."""
        stack: list[_Step] = []
        for step in sorted(self.steps, key=lambda step: (step.start, -step.end)):
            while stack and stack[-1].end <= step.start:
                stack.pop()
            if stack and stack[-1].loop == step.loop and stack[-1].end >= step.end:
                outer = self.trace.lanes[stack[-1].lane]
                _overlay(outer, step.start, step.end, "ready", "its eager task", (step.lane,))
            stack.append(step)

    def _wait(self, start: float, end: float, number: int, what: str, line: int) -> None:
        lane = self.trace.lanes.get(number)
        if lane is None:
            return
        holds = lane.kind not in ("thread", "worker")
        _overlay(lane, start, end, "hold" if holds else "wait", what, line=line)


def _overlay(
    lane: Lane,
    start: float,
    end: float,
    state: State,
    why: str,
    lanes: tuple[int, ...] = (),
    line: int = 0,
) -> None:
    """Replace what the lane runs from start to end by another state."""
    found: list[Segment] = []
    for one in lane.segments:
        if one.end <= start or one.start >= end or one.state != "run":
            found.append(one)
            continue
        left, right = max(one.start, start), min(one.end, end)
        found.append(Segment(one.start, left, one.state, one.why, one.line, one.lanes))
        # A job of a pool keeps its name while it waits.
        reason = f"{why}, in {one.why}" if one.why and lane.kind == "worker" else why
        found.append(Segment(left, right, state, reason, line or one.line, lanes))
        found.append(Segment(right, one.end, one.state, one.why, one.line, one.lanes))
    lane.segments = [one for one in found if one.end > one.start]


def _merged(segments: Iterable[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for one in segments:
        if one.end <= one.start:
            continue
        if found and replace(found[-1], start=one.start, end=one.end) == one:
            one = replace(one, start=found.pop().start)
        found.append(one)
    return found


class _Blockers:
    """The long steps of each loop, which keep other tasks from running."""

    def __init__(self, steps: Iterable[_Step]) -> None:
        self.of: dict[int, list[_Step]] = {}
        for step in sorted(steps, key=lambda step: step.start):
            if step.end - step.start >= BLOCK:
                self.of.setdefault(step.loop, []).append(step)

    def split(
        self,
        lane: Lane,
        start: float,
        end: float,
        state: State,
        why: str,
        line: int,
        lanes: tuple[int, ...] = (),
    ) -> Iterator[Segment]:
        """`state` from start to end, but blocked while another lane has the loop."""
        long = self.of.get(lane.loop, []) if lane.loop >= 0 else self.all()
        for step in long:
            if step.end <= start or step.start >= end or step.lane == lane.number:
                continue
            left, right = max(start, step.start), min(end, step.end)
            yield Segment(start, left, state, why, line, lanes)
            yield Segment(left, right, "blocked", why, line, (step.lane,))
            start = right
        yield Segment(start, end, state, why, line, lanes)

    def all(self) -> list[_Step]:
        return next(iter(self.of.values()), []) if len(self.of) == 1 else []


def _entry(found: int | str | list[int]) -> int | str:
    return found[0] if isinstance(found, list) else found
