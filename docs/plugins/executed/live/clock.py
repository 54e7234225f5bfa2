"""The two clocks of a run in the browser: the real one, and one that jumps."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

CREEP_AFTER = 20_000  # reads of a clock that stands still
CREEP = 0.0001  # seconds: what each further read then moves it
_REAL = time.monotonic, time.time
_time: Any = time  # whose functions are replaced


class Host(Protocol):
    """What the worker does for us; `Atomics.wait` stops a thread without using it."""

    def sleep(self, milliseconds: float) -> None: ...


class Stacks(Protocol):
    """Jobs that run on stacks of their own, one at a time; `jobs` have begun and not ended."""

    jobs: int

    def start(self, job: Callable[[], None]) -> None: ...
    def pause(self, seconds: float | None, loop: object = None) -> None: ...
    def wake(self, loop: object) -> None: ...


class RealClock:
    """Seconds pass as they do for the reader."""

    def __init__(self, host: Host, stacks: Stacks | None = None) -> None:
        self._host = host
        self._stacks = stacks
        self._idle = 0.0

    def now(self) -> float:
        return _REAL[0]()

    peek = now

    def wait(self, seconds: float) -> None:
        """Block for so long; only jobs on other stacks can run meanwhile."""
        began = self.now()
        if self._stacks is not None and self._stacks.jobs:
            self._stacks.pause(max(0.0, seconds))
        elif seconds > 0:
            self._host.sleep(seconds * 1000)
        self._idle += self.now() - began

    def install(self) -> None:
        """`time.sleep` blocks without using the processor, and its clocks know that."""
        began = self.now()
        _time.sleep = _sleep(self.wait)
        _time.process_time = _time.thread_time = lambda: self.now() - began - self._idle


class VirtualClock:
    """Stands still while the program computes, and jumps when it waits.

    So an hour of sleeping takes no time, and every timing is exact. A program
    that only watches the clock would wait for ever: after many reads of the
    same moment the clock creeps on.
    """

    def __init__(self, start: float = 1000.0) -> None:
        self.moment = start
        self.reads = 0

    def now(self) -> float:
        self.reads += 1
        if self.reads > CREEP_AFTER:
            self.moment += CREEP
        return self.moment

    def peek(self) -> float:
        """The moment, for somebody who only watches."""
        return self.moment

    def wait(self, seconds: float) -> None:
        """Jump ahead."""
        if seconds > 0:
            self.moment += seconds
            self.reads = 0

    def install(self) -> Callable[[], None]:
        """All clocks of `time` show this one; returns what undoes that."""
        names = ("monotonic", "perf_counter", "time", "sleep", "monotonic_ns", "perf_counter_ns")
        before = {name: getattr(time, name) for name in names}
        started, day = self.moment, _REAL[1]()

        def nanoseconds() -> int:
            return round(self.now() * 1e9)

        _time.monotonic = _time.perf_counter = self.now
        _time.monotonic_ns = _time.perf_counter_ns = nanoseconds
        _time.time = lambda: day + self.now() - started
        _time.sleep = _sleep(self.wait)

        def undo() -> None:
            for name, function in before.items():
                setattr(time, name, function)

        return undo


def _sleep(wait: Callable[[float], None]) -> Callable[[float], None]:
    def sleep(seconds: float, /) -> None:
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        wait(seconds)

    return sleep
