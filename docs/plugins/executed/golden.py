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

from executed import honesty
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
# Units of numbers that a program measured, and how many seconds a unit of time has.
TIMES = {"s": 1.0, "ms": 1e-3, "µs": 1e-6, "us": 1e-6, "ns": 1e-9, "seconds": 1.0}
SIZES = ("bytes", "B", "KiB", "kB", "MiB", "MB", "GiB")
# How far a time that a program waited for may be from its golden's. A timer is late by a
# millisecond or two and a line may hold a dozen of them, the last digit is rounded, and
# threads start and answer in a few milliseconds: that is FIXED. Slower processors make more
# of all this in a long program: SHARE. A program that was ready and did not get a processor
# is late by so much, and perhaps its helpers too: PER_DELAY.
FIXED, SHARE, PER_DELAY = 0.03, 0.02, 2.0

_UNITS = "|".join(sorted(map(re.escape, (*TIMES, *SIZES)), key=len, reverse=True))
_MEASURED = re.compile(
    r" *(?<![\w.])(?P<number>\d[\d,]*(?:\.(?P<decimals>\d+))?)"
    rf"(?P<unit> ?(?:{_UNITS}))(?!\w)"
)


def allowed(snippet: Snippet, delay: float = 0.0) -> float | None:
    """The seconds that times may differ by; None if they depend on the machine."""
    return None if snippet.measured else FIXED + PER_DELAY * delay


def difference(golden: str, actual: str, slack: float | None = None) -> tuple[str, str] | None:
    """The first pair of lines that really differ, or None.

    Numbers with a unit are alike if they have one form: the same unit, as
    many decimals. With `slack`, in seconds, times must be near each other too.
    """
    golden, actual = _filtered(golden), _filtered(actual)
    for old, new in zip_longest(golden.splitlines(), actual.splitlines()):
        if old is None or new is None or not _alike(old, new, slack):
            return _shown(old), _shown(new)
    return None


def same_words(golden: str, actual: str) -> bool:
    """Whether two texts differ in nothing but measured numbers."""
    return _form(_filtered(golden)) == _form(_filtered(actual))


def _filtered(text: str) -> str:
    for rule in FILTERS:
        text = rule.apply(text)
    return text


def _form(text: str) -> str:
    """What remains of a text when each measured number is like every other of its form."""

    def bare(number: re.Match[str]) -> str:
        # Without the padding before it: a longer number leaves less of it.
        return f"…{len(number['decimals'] or '')}{number['unit']}"

    return _MEASURED.sub(bare, text)


def _shown(line: str | None) -> str:
    return "(the end)" if line is None else line


def _alike(old: str, new: str, slack: float | None) -> bool:
    if _form(old) != _form(new):
        return False
    if slack is None:
        return True
    pairs = zip(_times(old), _times(new), strict=True)
    return all(abs(one - other) <= slack + SHARE * max(one, other) for one, other in pairs)


def _times(line: str) -> list[float]:
    """Its times, in seconds."""
    return [
        float(found["number"].replace(",", "")) * TIMES[unit]
        for found in _MEASURED.finditer(line)
        if (unit := found["unit"].strip()) in TIMES
    ]


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
    lines = difference(text, render(run), allowed(snippet, honesty.delay(run)))
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
    fresh: dict[str, str] = {}
    slacks: dict[str, float | None] = dict.fromkeys(wanted(snippet), allowed(snippet))
    for run in runs:
        fresh[minor(run.version)] = render(run)
        slacks[minor(run.version)] = allowed(snippet, honesty.delay(run))
    texts: dict[str, str] = {}
    for version in wanted(snippet):
        file = find(snippet.path, version)
        old = file.read_text("utf-8") if file else None
        new = fresh.get(version)
        if new is not None and (old is None or difference(old, new, slacks[version])):
            texts[version] = new
        elif old is not None:
            texts[version] = old
    if not texts:
        return []
    newest = max(texts, key=Version)
    files = {snippet.path.with_suffix(".out"): texts[newest]}

    def alias(version: str) -> str:
        """The text of the newest version that counts as alike, else its own."""
        for other in sorted(texts, key=Version, reverse=True):
            if other == version or not difference(texts[other], texts[version], slacks[version]):
                return texts[other]
        return texts[version]

    for text, group in groupby(sorted(texts, key=Version), key=alias):
        versions = list(group)
        if text != texts[newest]:
            name = f"{snippet.slug}.{versions[0]}-{versions[-1]}.out"
            files[snippet.path.with_name(name)] = text
    return _write(files, goldens(snippet.path))


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
