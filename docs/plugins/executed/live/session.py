"""One run in the reader's browser: what it prints with times, its trace, how it ended."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from executed import replay, timeline, trace, tracer

from . import loop as loops
from . import program
from .clock import RealClock, Stacks, VirtualClock
from .loop import Deadlock, Loop

KEPT_LINES = 2000  # of output, for the stepper


class Host(Protocol):
    """The worker around us. `write` takes seconds of the run."""

    def sleep(self, milliseconds: float) -> None: ...
    def write(self, stream: str, at: float, text: str) -> None: ...


@dataclass(frozen=True)
class Report:
    """How a run ended.

    `seconds` are those of its clock; `stuck` says which task waits for what,
    if all wait for ever; `figure` is HTML and `steps` the JSON of the stepper,
    both empty if nothing ran concurrently.
    """

    returncode: int
    seconds: float
    rounds: int
    python: str
    stuck: str = ""
    asked: bool = False
    figure: str = ""
    steps: str = ""


class Session:
    """Runs one program, once; the interpreter is thrown away afterwards."""

    def __init__(self, host: Host, virtual: bool = False, stacks: Stacks | None = None) -> None:
        self.host = host
        self.virtual = virtual
        real = RealClock(host, stacks)
        self.clock: VirtualClock | RealClock = VirtualClock() if virtual else real
        self.stacks = None if virtual else stacks
        self.began = 0.0
        self.muted = False
        self.asked = False
        self.printed: list[tuple[float, str, str]] = []
        self.records: list[bytes] = []

    def run(self, source: str, filename: str, names: Iterable[str] = ()) -> Report:
        """Run it to its end; raises nothing."""
        self.clock.install()
        loops.install(self.clock, self.stacks)
        Loop.on_stuck = self._mute  # type: ignore[method-assign]
        self._watch(filename, names)
        self._replace_streams()
        self.began, rounds = self.clock.peek(), Loop.rounds
        stuck, ending = "", program.Ending()
        try:
            ending = program.run(source, filename)
            program.forget(ending)
        except Deadlock as error:
            stuck, ending.returncode = str(error), 1
        seconds = self.clock.peek() - self.began
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        tracer.finish()
        figure, steps = self._picture(source, filename, seconds)
        return Report(
            ending.returncode,
            round(seconds, 6),
            Loop.rounds - rounds,
            ".".join(map(str, sys.version_info[:3])),
            stuck,
            self.asked,
            figure,
            steps,
        )

    def _mute(self) -> None:
        """CPython would now wait for ever: what runs from here on is not the program's."""
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        tracer.finish()
        self.muted = True

    def _watch(self, filename: str, names: Iterable[str]) -> None:
        module: Any
        for name, module in list(sys.modules.items()):
            if name.startswith("executed.tracer") and hasattr(module, "monotonic"):
                module.monotonic = self.clock.peek
        tracer.install(filename, self.records.append, names)

    def _replace_streams(self) -> None:
        for name in ("stdout", "stderr"):
            raw = _Timed(name, self)
            stream = io.TextIOWrapper(
                io.BufferedWriter(raw), encoding="utf-8", errors=_ERRORS[name], line_buffering=True
            )
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        system: Any = sys
        system.stdin = system.__stdin__ = _Nobody(self)

    def write(self, stream: str, text: str) -> None:
        """The program has printed this."""
        if self.muted:
            return
        now = self.clock.peek()
        at = now - self.began
        self.host.write(stream, at, text)
        tracer.printed(now)
        if len(self.printed) < KEPT_LINES:
            self.printed.append((at, stream, text))

    def _picture(self, source: str, filename: str, seconds: float) -> tuple[str, str]:
        text = b"".join(part + b"\n" for part in self.records).decode()
        made = trace.build(trace.parse(text), self.began, seconds)
        rows = timeline.rows(made)
        named = [row for row in rows if row.lane and row.lane.kind in _NAMED]
        if made.failed or not (len(rows) > 1 or named):
            return "", ""
        lines = _lines(self.printed)
        strip = timeline.Strip(filename, made, [(at, line) for at, _, line in lines])
        numbered = list(enumerate(source.splitlines(), 1))
        figure = timeline.figure([strip], "run", f"Timeline of {filename}")
        return figure, replay.data(made, numbered, lines)


_ERRORS = {"stdout": "strict", "stderr": "backslashreplace"}
_NAMED = ("call", "generator", "coroutine")


class _Timed(io.RawIOBase):
    """A raw stream that tells the session of each write."""

    def __init__(self, name: str, session: Session) -> None:
        self.name = f"<{name}>"
        self.mode = "w"
        self._stream, self._session = name, session
        self._decode = codecs.getincrementaldecoder("utf-8")("backslashreplace").decode

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1 if self._stream == "stdout" else 2

    def write(self, buffer: Any) -> int:
        data = bytes(buffer)
        if text := self._decode(data):
            self._session.write(self._stream, text)
        return len(data)


class _Nobody(io.StringIO):
    """Nobody can type; a program that asks is told so by `EOFError`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        self._session.asked = True
        return ""


def _lines(parts: Iterable[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Whole lines, each with the moment at which it was ended."""
    found: list[tuple[float, str, str]] = []
    rest = {"stdout": "", "stderr": ""}
    at = 0.0
    for at, stream, text in parts:
        *whole, rest[stream] = (rest[stream] + text).split("\n")
        found += [(at, stream, line) for line in whole]
    found += [(at, stream, line) for stream, line in rest.items() if line]
    return found
