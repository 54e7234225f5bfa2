"""Golden outputs: what a snippet printed when somebody last looked at it.

`<slug>.out` is the golden of the newest version, `<slug>.3.8-3.10.out` that
of a range of versions. In it, lines of stderr begin with "stderr: ", and a
last line tells how the program ended if it was not by exit 0.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path

from packaging.version import Version

from executed.interpreters import SUPPORTED, wanted
from executed.problems import Problem
from executed.runner import Run
from executed.snippet import Snippet, minor

_RANGE = re.compile(r"(?P<slug>.+?)\.(?P<first>3\.\d+)-(?P<last>3\.\d+)$")


def render(run: Run) -> str:
    """A run as the text of a golden."""
    rows = [("stderr: " if line.stream == "stderr" else "") + line.text for line in run.lines]
    if run.ending != "exit 0":
        rows.append(run.ending)
    return "".join(f"{row}\n" for row in rows)


@dataclass(frozen=True)
class Filter:
    """Makes two texts alike where they may differ; applied to both."""

    name: str
    apply: Callable[[str], str]


@dataclass(frozen=True)
class Measure:
    """Numbers that may differ by a factor, or by an absolute amount.

    `scale` gives the size of each unit in the unit of `absolute`.
    """

    name: str
    scale: Mapping[str, float]
    factor: float
    absolute: float

    @property
    def pattern(self) -> re.Pattern[str]:
        units = "|".join(sorted(map(re.escape, self.scale), key=len, reverse=True))
        return re.compile(rf"(?<![\w.])(\d[\d,]*(?:\.\d+)?) ?({units})(?!\w)")

    def agree(self, one: tuple[str, str], other: tuple[str, str]) -> bool:
        small, large = sorted(self._value(*pair) for pair in (one, other))
        return large - small <= self.absolute or large <= small * self.factor

    def _value(self, number: str, unit: str) -> float:
        return float(number.replace(",", "")) * self.scale[unit]


def _replace(pattern: str, replacement: str) -> Callable[[str], str]:
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda text: compiled.sub(replacement, text)


_FRAME = re.compile(r'(?P<margin>[\s|]*)File "(?P<file>[^"]*)", line \d+')
_LIBRARY = re.compile(r"python3\.\d+/|<frozen |<string>")


def _without_library_frames(text: str) -> str:
    kept: list[str] = []
    inside: str | None = None
    for line in text.splitlines(keepends=True):
        bare = line.removeprefix("stderr: ")
        frame = _FRAME.match(bare)
        if frame:
            inside = frame["margin"] if _LIBRARY.match(frame["file"]) else None
        elif inside is not None and not bare.startswith(inside + "  "):
            inside = None
        if inside is None:
            kept.append(line)
    return "".join(kept)


FILTERS = (
    Filter("frames of the standard library in a traceback", _without_library_frames),
    Filter("marks under a line of a traceback", _replace(r"^(stderr: )?[\s|]*[~^][~^ ]*\n", "")),
    Filter("repeated frames", _replace(r"\[Previous line repeated \d+ more times\]", "[repeated]")),
    Filter("lines of the standard library", _replace(r"(python)3\.\d+(/[\w/]+\.py):\d+", r"\1\2")),
    Filter("addresses", _replace(r"0x[0-9a-fA-F]+", "0x…")),
    Filter("process ids", _replace(r"\b(pid|process)([ =:]+)\d+", r"\1\2…")),
)
MEASURES = (
    Measure(
        "times",
        {"s": 1.0, "ms": 1e-3, "µs": 1e-6, "us": 1e-6, "ns": 1e-9, "seconds": 1.0},
        factor=5,
        absolute=1.0,
    ),
    Measure(
        "memory",
        {"bytes": 1, "B": 1, "KiB": 1024, "kB": 1e3, "MiB": 2**20, "MB": 1e6, "GiB": 2**30},
        factor=3,
        absolute=64,
    ),
)


def difference(golden: str, actual: str) -> tuple[str, str] | None:
    """The first pair of lines that really differ, or None."""
    for rule in FILTERS:
        golden, actual = rule.apply(golden), rule.apply(actual)
    for old, new in zip_longest(golden.splitlines(), actual.splitlines()):
        if old is None or new is None or not _alike(old, new):
            return _shown(old), _shown(new)
    return None


def same_words(golden: str, actual: str) -> bool:
    """Whether two texts differ in nothing but measured numbers."""
    for rule in FILTERS:
        golden, actual = rule.apply(golden), rule.apply(actual)
    for measure in MEASURES:
        golden, actual = measure.pattern.sub("…", golden), measure.pattern.sub("…", actual)
    return golden == actual


def _shown(line: str | None) -> str:
    return "(the end)" if line is None else line


def _alike(old: str, new: str) -> bool:
    for measure in MEASURES:
        pattern = measure.pattern
        if pattern.sub("…", old) != pattern.sub("…", new):
            continue
        pairs = zip(pattern.findall(old), pattern.findall(new), strict=True)
        if not all(measure.agree(one, other) for one, other in pairs):
            return False
        old, new = pattern.sub("…", old), pattern.sub("…", new)
    return old == new


def goldens(path: Path) -> dict[Path, tuple[str, str] | None]:
    """The goldens beside a snippet, each with its range of versions."""
    known = _in_folder(path.parent).get(path.stem, {})
    return {path.with_name(name): versions for name, versions in known.items()}


_FOLDERS: dict[Path, tuple[int, dict[str, dict[str, tuple[str, str] | None]]]] = {}
_RECENT = 10**9  # nanoseconds in which a folder may change twice and show the same time


def _in_folder(folder: Path) -> dict[str, dict[str, tuple[str, str] | None]]:
    """Goldens by snippet; remembered until the folder changes."""
    try:
        changed = folder.stat().st_mtime_ns
    except OSError:
        return {}
    remembered = _FOLDERS.get(folder)
    if remembered and remembered[0] == changed:
        return remembered[1]
    found: dict[str, dict[str, tuple[str, str] | None]] = {}
    for name in sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(".out")):
        stem = name.removesuffix(".out")
        match = _RANGE.match(stem)
        if match is None:
            found.setdefault(stem, {})[name] = None
        elif match["first"] in SUPPORTED and match["last"] in SUPPORTED:
            versions = match["first"], match["last"]
            found.setdefault(match["slug"], {})[name] = versions
    if time.time_ns() - changed > _RECENT:
        _FOLDERS[folder] = changed, found
    return found


def snippet_of(golden: Path) -> Path:
    """Where the snippet of a golden should be."""
    match = _RANGE.match(golden.stem)
    return golden.with_name(f"{match['slug'] if match else golden.stem}.py")


def find(path: Path, version: str) -> Path | None:
    """The golden of the snippet at `path` for this version, if there is one."""
    wanted_version = Version(minor(version))
    newest = None
    for file, versions in goldens(path).items():
        if versions is None:
            newest = file
        elif Version(versions[0]) <= wanted_version <= Version(versions[1]):
            return file
    return newest


def agrees(snippet: Snippet, run: Run) -> bool:
    """Whether nothing speaks against this run; without a golden nothing can."""
    return find(snippet.path, run.version) is None or check(snippet, run) is None


def check(snippet: Snippet, run: Run) -> Problem | None:
    """Compare a run with its golden."""
    update = "look at it, then `uv run pytest --update-examples` and commit the golden"
    file = find(snippet.path, run.version)
    if file is None:
        return Problem(
            "has no golden output",
            f"a file {snippet.slug}.out beside the snippet",
            update,
            snippet=snippet.label,
        )
    text = file.read_text("utf-8")
    lines = difference(text, render(run))
    if lines is None:
        return None
    return Problem(
        f"printed something else on CPython {run.version}",
        f"what {file.name} says: {lines[0]!r}",
        f"mend the program or, if this is right, {update}",
        snippet=snippet.label,
        detail=(f"it printed: {lines[1]!r}",),
    )


def update(snippet: Snippet, runs: Iterable[Run]) -> list[Path]:
    """Write the goldens anew from these runs; returns the files that changed.

    What the filters call alike keeps its old text, and versions that did not
    run keep their golden.
    """
    fresh = {minor(run.version): render(run) for run in runs}
    texts: dict[str, str] = {}
    for version in wanted(snippet):
        file = find(snippet.path, version)
        old = file.read_text("utf-8") if file else None
        new = fresh.get(version)
        if new is not None and (old is None or difference(old, new)):
            texts[version] = new
        elif old is not None:
            texts[version] = old
    if not texts:
        return []
    newest = max(texts, key=Version)
    files = {snippet.path.with_suffix(".out"): texts[newest]}
    for text, group in groupby(sorted(texts, key=Version), key=lambda v: _alias(texts, v, newest)):
        versions = list(group)
        if text != texts[newest]:
            name = f"{snippet.slug}.{versions[0]}-{versions[-1]}.out"
            files[snippet.path.with_name(name)] = text
    return _write(files, goldens(snippet.path))


def _alias(texts: Mapping[str, str], version: str, newest: str) -> str:
    """The text of the newest version that counts as alike, else its own."""
    for other in sorted(texts, key=Version, reverse=True):
        if other == version or not difference(texts[other], texts[version]):
            return texts[other]
    return texts[version]


def _write(files: Mapping[Path, str], present: Iterable[Path]) -> list[Path]:
    changed: list[Path] = []
    for path in present:
        if path not in files:
            path.unlink()
            changed.append(path)
    for path, text in files.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed
