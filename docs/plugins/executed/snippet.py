"""A snippet: one complete program, its sections and its metadata."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from executed.problems import Problem, ProblemError, nearest

DEFAULT_REQUIRES = ">=3.11"
# module -> what the tracer watches when a program imports it
_PRELOAD = {
    "asyncio": ("asyncio", "concurrent.futures.thread"),
    "concurrent": ("concurrent.futures.thread", "multiprocessing.process"),
    "multiprocessing": ("multiprocessing.process",),
    "subprocess": ("subprocess",),
    "threading": ("threading",),
}
_WITH_ASYNCIO = ("threading", "subprocess")  # it loads them itself
FAULTS = {
    "kills-parent": "ended the process that had started it",
    "leftover-process": "left a process behind",
    "never-awaited": "made a coroutine that was never awaited",
    "never-retrieved": "lost an exception that was never retrieved",
    "output-cap": "printed more than the cap and was killed",
    "process-cap": "forked more often than the cap and was killed",
    "signal": "was ended by a signal",
    "task-destroyed": "lost a task that was still pending",
    "thread-exception": "raised an exception in a thread",
    "timeout": "was killed at the time limit",
}

# The block of PEP 723, by the regular expression that the PEP gives.
_BLOCK = re.compile(r"(?m)^# /// (?P<type>[a-zA-Z0-9-]+)$\s(?P<content>(^#(| .*)$\s)+)^# ///$\s?")
_MARKER = re.compile(r"^\s*#\s*--8<--\s*\[(start|end):([\w-]+)\]\s*$")
_STARTS_PROCESSES = re.compile(
    r"\b(import (multiprocessing|subprocess)|from (multiprocessing|subprocess)\b"
    r"|\w*ProcessPool\w*|create_subprocess_\w+|os\.fork)\b"
)
_EXPECTED_OUTPUT = re.compile(r"^\s*#>")


@dataclass(frozen=True)
class Expectation:
    """How a run is expected to end.

    `timeout` is in seconds, `memory` (address space) in MiB; `declares`
    are names of `FAULTS` that the program is meant to show.
    """

    returncode: int = 0
    declares: tuple[str, ...] = ()
    timeout: float = 30.0
    memory: int = 4096


@dataclass(frozen=True)
class Override:
    """What is expected differently on some versions."""

    python: SpecifierSet
    changes: dict[str, Any]


@dataclass(frozen=True)
class Snippet:
    """A program under `snippets/`; `name` is its path below that folder.

    `trace` names functions of which each call has a lane in the timeline;
    `title` is its name in a table of programs; `browser` says why it does not
    run in the reader's browser, `cold` why it must start cold; else they are empty.
    """

    name: str
    path: Path
    source: str
    requires: SpecifierSet
    lane: Literal["shared", "quiet", "exclusive"] = "shared"
    measures: bool = False
    trace: tuple[str, ...] = ()
    title: str = ""
    cold: str = ""
    browser: str = ""
    expects: Expectation = Expectation()
    overrides: tuple[Override, ...] = ()

    @property
    def label(self) -> str:
        """The path that messages show."""
        return f"snippets/{self.name}"

    @property
    def slug(self) -> str:
        return PurePosixPath(self.name).stem

    @property
    def starts_cold(self) -> bool:
        """Whether its process must be new: what it computes or measures may depend on it."""
        return bool(self.cold) or self.lane == "exclusive"

    @property
    def starts_processes(self) -> bool:
        """Whether it starts others, of which the kernel does not tell us how long they waited."""
        return bool(_STARTS_PROCESSES.search(self.source))

    @property
    def measured(self) -> bool:
        """Whether its numbers depend on the machine: it computes or measures."""
        return self.lane == "exclusive" or self.measures

    def admits(self, version: str) -> bool:
        """Whether `requires-python` admits this version, such as "3.12.1"."""
        return self.requires.contains(version, prereleases=True)

    def expectation(self, version: str) -> Expectation:
        """What is expected on one version, overrides applied in order."""
        expects = self.expects
        for override in self.overrides:
            if override.python.contains(version, prereleases=True):
                expects = replace(expects, **override.changes)
        return expects

    def shown(self, section: str | None = None) -> str:
        """What a page shows: without metadata, markers and `#>` lines.

        Raises:
            ProblemError: the section does not exist or never ends.
        """
        text = self._section(section) if section else _BLOCK.sub("", self.source)
        lines = [
            line
            for line in text.splitlines()
            if not (_MARKER.match(line) or _EXPECTED_OUTPUT.match(line))
        ]
        return textwrap.dedent("\n".join(lines)).strip("\n")

    def numbered(self) -> list[tuple[int, str]]:
        """The lines of the whole program that a page shows, with their numbers."""
        block = next((m for m in _BLOCK.finditer(self.source) if m["type"] == "script"), None)
        hidden = range(0)
        if block:
            start = self.source[: block.start()].count("\n")
            hidden = range(start, start + block[0].count("\n"))
        return [
            (number + 1, line)
            for number, line in enumerate(self.source.splitlines())
            if number not in hidden and not (_MARKER.match(line) or _EXPECTED_OUTPUT.match(line))
        ]

    def _section(self, wanted: str) -> str:
        lines = self.source.splitlines()
        marks: dict[str, dict[str, int]] = {}
        for number, line in enumerate(lines):
            if match := _MARKER.match(line):
                marks.setdefault(match[2], {})[match[1]] = number
        if wanted not in marks:
            raise self._problem(
                f"has no section {wanted!r}",
                f"a line '# --8<-- [start:{wanted}]'",
                nearest(wanted, marks) if marks else "mark the section in the snippet",
            )
        start, end = marks[wanted].get("start"), marks[wanted].get("end")
        if start is None or end is None or end < start:
            raise self._problem(
                f"section {wanted!r} does not begin and end",
                f"'# --8<-- [start:{wanted}]' and, below it, '[end:{wanted}]'",
                "add the missing line",
                line=max(marks[wanted].values()) + 1,
            )
        return "\n".join(lines[start + 1 : end])

    def line_of(self, key: str) -> int:
        """The line of a key of its metadata, or of the block that has none such."""
        block = next(m for m in _BLOCK.finditer(self.source) if m["type"] == "script")
        first = self.source[: block.start()].count("\n") + 1
        for offset, row in enumerate(block[0].splitlines()):
            if re.match(rf"#\s*[\"']?{re.escape(key)}[\"']?\s*=", row):
                return first + offset
        return first

    def _problem(self, what: str, expected: str, todo: str, line: int = 0) -> ProblemError:
        where = f"{self.label}:{line}" if line else self.label
        return ProblemError(Problem(what, expected, todo, snippet=where))

    def uses(self, module: str) -> bool:
        """Whether the program imports a module of this name."""
        pattern = rf"^\s*(import|from)\s+{re.escape(module)}\b"
        return re.search(pattern, self.source, re.MULTILINE) is not None

    def modules(self) -> tuple[str, ...]:
        """What is loaded before its clock starts."""
        used = [name for name in _PRELOAD if self.uses(name)]
        if "asyncio" in used:
            used = [name for name in used if name not in _WITH_ASYNCIO]
        wanted = [_PRELOAD[name] for name in used]
        return tuple(dict.fromkeys(module for modules in wanted for module in modules))

    @property
    def traced(self) -> bool:
        """Whether anything in it can run concurrently, or is named in `trace`."""
        return bool(self.trace or self.modules())

    def files(self) -> tuple[Path, ...]:
        """The snippet and the files beside it that it imports, recursively."""
        found: dict[Path, None] = {self.path: None}
        for path in _local_imports(self.path):
            found.setdefault(path)
        return tuple(found)


def _local_imports(path: Path, seen: frozenset[Path] = frozenset()) -> Iterator[Path]:
    # Few programs have a file beside them that they import; only those are parsed.
    rows = (row for row in path.read_bytes().splitlines() if b"import" in row)
    words = {word for row in rows for word in re.findall(rb"[^\W\d]\w*", row)}
    if not any(path.with_name(f"{word.decode()}.py").is_file() for word in words):
        return
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    for name in sorted(names):
        beside = path.with_name(f"{name}.py")
        if beside.is_file() and beside not in seen and beside != path:
            yield beside
            yield from _local_imports(beside, seen | {path, beside})


def find(root: Path) -> list[str]:
    """The names of all snippets below `root`, sorted."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.py"))


def load(root: Path, name: str) -> Snippet:
    """Read one snippet.

    Raises:
        ProblemError: no such file, outside `root`, not UTF-8, or bad metadata.
    """
    path = _resolve(root, name)
    source = _read(path, name)
    return _with_metadata(Snippet(name, path, source, SpecifierSet(DEFAULT_REQUIRES)))


def _resolve(root: Path, name: str) -> Path:
    inside = "a path below snippets/, such as 'start/restaurant.py'"
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
        raise ProblemError(
            Problem(f"{name!r} is outside snippets/", inside, "move the program there")
        )
    path = root / name
    if not path.is_file():
        raise ProblemError(
            Problem(f"there is no snippet {name!r}", inside, nearest(name, find(root)))
        )
    if not path.resolve().is_relative_to(root.resolve()):
        raise ProblemError(
            Problem(
                f"{name!r} is a link to a file outside snippets/",
                "a real file",
                "move the program into snippets/",
            )
        )
    return path


def _read(path: Path, name: str) -> str:
    try:
        with tokenize.open(path) as file:
            return io.StringIO(file.read(), newline=None).read()
    except (SyntaxError, UnicodeDecodeError) as error:
        reason = error.reason if isinstance(error, UnicodeDecodeError) else error.msg
        raise ProblemError(
            Problem(
                f"cannot be read: {reason.partition(' for ')[0]}",
                "Python source in UTF-8",
                "save it as UTF-8",
                snippet=f"snippets/{name}",
            )
        ) from error


def _is_text_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


# key -> (check, what is expected); those of Expectation may be overridden.
_KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "lane": (
        lambda v: v in ("shared", "quiet", "exclusive"),
        '"shared", "quiet" or "exclusive"',
    ),
    "measures": (lambda v: isinstance(v, bool), "true or false"),
    "trace": (
        lambda v: _is_text_list(v) and all(name.isidentifier() for name in v),
        "a list of names of functions, such as ['serve']",
    ),
    "title": (lambda v: isinstance(v, str) and bool(v), "what it shows, in a few words"),
    "cold": (lambda v: isinstance(v, str) and bool(v), "why it cannot start warm, in a few words"),
    "browser": (
        lambda v: isinstance(v, str) and bool(v.strip()) and v.isprintable(),
        "why it does not run in the reader's browser, in a few words; "
        "a program that runs there has no such key",
    ),
    "timeout": (lambda v: _is_number(v) and 0 < v <= 600, "seconds, 0 to 600"),
    "memory": (lambda v: isinstance(v, int) and v >= 64, "MiB, 64 or more"),
    "returncode": (
        lambda v: isinstance(v, int) and not isinstance(v, bool),
        "a whole number; minus the signal's number if a signal ends it",
    ),
    "declares": (
        lambda v: _is_text_list(v) and set(v) <= FAULTS.keys(),
        f"a list of: {', '.join(FAULTS)}",
    ),
    "on": (lambda v: isinstance(v, list), "tables [[tool.executed.on]]"),
}
_PER_VERSION = {field.name for field in fields(Expectation)}


def _with_metadata(snippet: Snippet) -> Snippet:
    blocks = [m for m in _BLOCK.finditer(snippet.source) if m["type"] == "script"]
    if not blocks:
        return snippet
    line = snippet.source[: blocks[0].start()].count("\n") + 1

    def bad(
        what: str, expected: str, todo: str = "mend the metadata", key: str = ""
    ) -> ProblemError:
        return snippet._problem(what, expected, todo, snippet.line_of(key) if key else line)

    if len(blocks) > 1:
        raise bad("has two metadata blocks", "one '# /// script' block")
    content = "\n".join(
        row[2:] if row.startswith("# ") else row[1:] for row in blocks[0]["content"].splitlines()
    )
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise bad(f"metadata is not TOML: {error}", "a PEP 723 block") from error
    if data.get("dependencies"):
        raise bad("asks for dependencies", "the standard library only")

    def specifier(text: object) -> SpecifierSet:
        try:
            return SpecifierSet(str(text))
        except InvalidSpecifier as error:
            raise bad(
                f"has a malformed requires-python {text!r}",
                'version specifiers, such as ">=3.8,<3.11"',
            ) from error

    def checked(table: dict[str, Any], allowed: set[str]) -> dict[str, Any]:
        for key, value in table.items():
            if key not in allowed:
                raise bad(
                    f"has an unknown key {key!r} in its metadata",
                    "keys of [tool.executed]",
                    nearest(key, allowed),
                    key,
                )
            check, expected = _KEYS[key]
            if not check(value):
                raise bad(f"has a bad value: {key} = {value!r}", expected, key=key)
        return {k: tuple(v) if isinstance(v, list) and k != "on" else v for k, v in table.items()}

    options = checked(data.get("tool", {}).get("executed", {}), set(_KEYS))
    overrides = []
    for table in options.pop("on", []):
        versions = specifier(table.pop("python", ""))
        overrides.append(Override(versions, checked(table, _PER_VERSION)))
    per_version = {key: options.pop(key) for key in _PER_VERSION & options.keys()}
    return replace(
        snippet,
        requires=specifier(data.get("requires-python", DEFAULT_REQUIRES)),
        expects=Expectation(**per_version),
        overrides=tuple(overrides),
        **options,
    )


def minor(version: str) -> str:
    """The "3.12" of "3.12.1"."""
    parsed = Version(version)
    return f"{parsed.major}.{parsed.minor}"
