"""What a program printed: lines in true order, each with its stream and time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Stream = Literal["stdout", "stderr"]


@dataclass(frozen=True)
class Line:
    """One line; `at` is in seconds since the program started."""

    at: float
    stream: Stream
    text: str


@dataclass(frozen=True)
class Chunk:
    """Bytes as they were written; `at` is monotonic time in seconds."""

    at: float
    stream: Stream
    data: bytes


def lines(
    chunks: Iterable[Chunk], started: float, hidden: Sequence[tuple[str, str]] = ()
) -> tuple[Line, ...]:
    """Join chunks into lines, in the order in which the lines ended.

    Bytes that are not UTF-8 become escapes such as `\\xff`. `hidden` pairs
    texts with what replaces them: paths of the machine that runs the program.
    """
    found: list[Line] = []
    open_lines: dict[Stream, bytes] = {}
    last: dict[Stream, float] = {}

    def end(stream: Stream, data: bytes) -> None:
        text = data.decode("utf-8", "backslashreplace").removesuffix("\r")
        for path, replacement in hidden:
            text = text.replace(path, replacement)
        found.append(Line(max(0.0, last[stream] - started), stream, text))

    for chunk in sorted(chunks, key=lambda chunk: chunk.at):
        last[chunk.stream] = chunk.at
        *whole, rest = (open_lines.get(chunk.stream, b"") + chunk.data).split(b"\n")
        for line in whole:
            end(chunk.stream, line)
        open_lines[chunk.stream] = rest
    for stream, rest in open_lines.items():
        if rest:
            end(stream, rest)
    return tuple(found)


_FRAME = re.compile(r'(?P<margin>[\s|]*)File "(?P<file>[^"]*)"')


def without_frames(transcript: Iterable[Line], folder: str) -> tuple[Line, ...]:
    """Without the frames of files in this folder: their lines, and what is quoted below."""
    kept: list[Line] = []
    inside: str | None = None
    for line in transcript:
        frame = _FRAME.match(line.text)
        if frame:
            inside = frame["margin"] if folder in frame["file"] else None
        elif inside is not None and not line.text.startswith(inside + "  "):
            inside = None
        if inside is None:
            kept.append(line)
    return tuple(kept)


# Declarable faults that CPython and asyncio report in their own words.
_SIGNS = {
    "never-awaited": re.compile(r"RuntimeWarning: coroutine '.*' was never awaited"),
    "never-retrieved": re.compile(r"exception was never retrieved"),
    "task-destroyed": re.compile(r"^Task was destroyed but it is pending!"),
    "thread-exception": re.compile(r"^Exception in thread "),
}


def signs(transcript: Iterable[Line]) -> dict[str, str]:
    """The faults that stderr tells of, each with the first line that does."""
    seen: dict[str, str] = {}
    for line in transcript:
        if line.stream == "stderr":
            for fault, pattern in _SIGNS.items():
                if pattern.search(line.text):
                    seen.setdefault(fault, line.text)
    return seen


def snippet_line(texts: Iterable[str], file_name: str) -> int | None:
    """The line of `file_name` that the last traceback among `texts` names."""
    pattern = re.compile(rf'File "(?:[^"]*/)?{re.escape(file_name)}", line (\d+)')
    found = [int(match[1]) for text in texts if (match := pattern.search(text))]
    return found[-1] if found else None
