"""Code fences of a page: find them, check their options, resolve snippets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from executed import snippet as snippets
from executed.interpreters import SUPPORTED, wanted
from executed.problems import Problem, ProblemError, nearest
from executed.snippet import Snippet

_OPENING = re.compile(r"^(?P<margin>(?:[ \t]|> ?)*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<header>[^`]*)$")
_OPTION = re.compile(r"""([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s}]+)))?""")
_INCLUDE = re.compile(r'^\s*-+8<-+[ \t]+(["\'])(?P<path>.*?)\1[ \t]*$')
_LANGUAGES = ("python", "py")
_YES = ("on", "yes", "true", "1")
_PICTURES = ("timeline", "matrix", "claims")  # results that show no transcript of their own
_PLAIN_OPTIONS = ("hl_lines", "linenums", "title")


@dataclass(frozen=True)
class Fence:
    """One fence as it stands in a page; `line` is that of its opening."""

    page: str
    line: int
    language: str
    options: dict[str, str]
    body: tuple[str, ...] = ()
    body_at: int = 0
    margin: str = ""
    closed: bool = True

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_python(self) -> bool:
        return self.language in _LANGUAGES

    @property
    def executes(self) -> bool:
        return self.options.get("exec", "").lower() in _YES

    @property
    def include(self) -> str | None:
        """What a body of a single `--8<--` line includes."""
        found = self.includes
        return found[0] if len(found) == 1 else None

    @property
    def includes(self) -> list[str]:
        """What a body includes that holds nothing but `--8<--` lines."""
        rows = [row for row in self.body if row.strip()]
        matches = [match for row in rows if (match := _INCLUDE.match(row))]
        return [match["path"] for match in matches] if len(matches) == len(rows) else []

    def problem(self, what: str, expected: str, todo: str) -> ProblemError:
        return ProblemError(Problem(what, expected, todo, page=self.where))


def scan(text: str, page: str, first_line: int = 1) -> Iterator[Fence]:
    """The fences of a page, as SuperFences sees them; none inside another.

    `page` is the path for messages, `first_line` the line of `text` in it.
    """
    opened: Fence | None = None
    marks = ""
    body: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if opened is None:
            if match := _OPENING.match(line):
                marks = match["marks"]
                language, options = _header(match["header"])
                opened = Fence(
                    page,
                    number + first_line,
                    language,
                    options,
                    body_at=number + 1,
                    margin=match["margin"],
                )
                body = []
        elif line.removeprefix(opened.margin.rstrip()).strip() == marks:
            yield replace(opened, body=tuple(body))
            opened = None
        else:
            body.append(line)
    if opened is not None:
        yield replace(opened, body=tuple(body), closed=False)


def _header(header: str) -> tuple[str, dict[str, str]]:
    header = header.strip().removeprefix("{").removesuffix("}").strip()
    language, _, rest = header.partition(" ")
    options = {m[1]: m[2] or m[3] or m[4] or "" for m in _OPTION.finditer(rest)}
    return language.removeprefix(".").lower(), options


@dataclass(frozen=True)
class Example:
    """A fence whose options are right and whose snippet exists.

    `versions` are those that the fence names; none means the newest.
    `others` are the programs that stand below `snippet` in one picture.
    """

    fence: Fence
    snippet: Snippet
    section: str | None
    versions: tuple[str, ...] = ()
    source: str = ""
    result: str = "text"
    returncode: int | None = None
    timeline: str = ""
    live: bool = True
    data: str = ""
    others: tuple[Snippet, ...] = ()
    highlight: dict[str, str] = field(default_factory=dict)

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        return (self.snippet, *self.others)

    @property
    def is_table(self) -> bool:
        """Whether it shows programs against versions, not one after another."""
        return self.result in ("matrix", "claims")

    @property
    def has_button(self) -> bool:
        """Whether a reader may edit and run its programs."""
        return self.live and self.result != "timeline"


def _one_of(*allowed: str) -> Callable[[str], str | None]:
    def check(value: str) -> str | None:
        return None if value in allowed else " or ".join(f'"{word}"' for word in allowed)

    return check


def _number(value: str) -> str | None:
    return None if re.fullmatch(r"-?\d+", value) else "a whole number"


def _lines(value: str) -> str | None:
    good = re.fullmatch(r"\d+(-\d+)?([ ,]+\d+(-\d+)?)*", value)
    return None if good else 'line numbers of the shown text, such as "2 4-6"'


def _versions(value: str) -> str | None:
    words = value.split()
    good = words and set(words) <= set(SUPPORTED)
    return None if good else f"some of {' '.join(SUPPORTED)}, separated by spaces"


def _text(value: str) -> str | None:
    return None if value else "some text"


# option -> check: None if the value is right, else what is expected
OPTIONS: dict[str, Callable[[str], str | None]] = {
    "exec": _one_of("on", "off"),
    "source": _one_of("above", "below"),
    "result": _one_of("text", "none", *_PICTURES),
    "data": _text,
    "title": _text,
    "hl_lines": _lines,
    "linenums": _number,
    "python": _versions,
    "returncode": _number,
    "timeline": _one_of("on", "off"),
    "live": _one_of("on", "off"),
}


def check_plain(fence: Fence) -> None:
    """Check a fence that does not run.

    Raises:
        ProblemError: it looks as if it were meant to run, or never closes.
    """
    if not fence.closed:
        raise fence.problem("this fence never closes", "a closing fence", "close it")
    if fence.executes and not fence.is_python:
        raise fence.problem(
            f'exec="on" on a fence of language {fence.language!r}',
            "Python, the only language that is run here",
            'remove exec="on", or write the program as a Python snippet',
        )
    if fence.is_python:
        for key in fence.options.keys() - set(_PLAIN_OPTIONS) - {"exec"}:
            raise fence.problem(
                f'option {key!r} on a fence without exec="on"',
                f"{', '.join(_PLAIN_OPTIONS)}; or an executed fence",
                nearest(key, OPTIONS),
            )


def _on(options: dict[str, str]) -> list[str]:
    return ["timeline"] if options.get("timeline") == "on" else []


def resolve(fence: Fence, root: Path) -> Example:
    """Check the options of an executed fence and load its snippet.

    Raises:
        ProblemError: names the page and line, and the nearest valid option.
    """
    if not fence.closed:
        raise fence.problem("this fence never closes", "a closing fence", "close it")
    for key, value in fence.options.items():
        if key not in OPTIONS:
            raise fence.problem(
                f"unknown option {key!r}", "an option of an executed fence", nearest(key, OPTIONS)
            )
        if expected := OPTIONS[key](value):
            raise fence.problem(
                f'bad value: {key}="{value}"', f"{key} to be {expected}", "mend the option"
            )
    several = fence.options.get("result") in _PICTURES
    if not fence.includes or (len(fence.includes) > 1 and not several):
        raise fence.problem(
            "an executed fence holds something else than one include",
            'one line such as --8<-- "start/restaurant.py", or several with result="timeline"',
            "move the program into a file under snippets/ and include it",
        )
    names = [include.partition(":") for include in fence.includes]
    section = names[0][2]
    try:
        loaded = [snippets.load(root, name) for name, _, _ in names]
        for snippet, (_, _, part) in zip(loaded, names, strict=True):
            snippet.shown(part or None)
    except ProblemError as error:
        raise ProblemError(error.problem.at(fence.where)) from error
    snippet, *others = loaded
    if "timeline" in (fence.options.get("result"), *_on(fence.options)):
        for one in loaded:
            if not one.traced:
                raise fence.problem(
                    f"there is nothing to draw of {one.label}",
                    "a program with asyncio, threads or processes, or with trace = […]",
                    'name the functions whose calls are lanes, such as trace = ["serve"], '
                    "in its metadata",
                )
    if others and fence.options.get("source"):
        raise fence.problem(
            "source= on a fence with several programs", "the picture alone", "remove source="
        )
    versions = tuple(fence.options.get("python", "").split())
    for version in versions:
        for one in loaded:
            if version not in wanted(one):
                raise fence.problem(
                    f'python="{version}" is not admitted by {one.label}',
                    f"versions that satisfy its requires-python, {str(one.requires)!r}",
                    "change the option, or requires-python in the snippet",
                )
    options = fence.options
    return Example(
        fence=fence,
        snippet=snippet,
        section=section or None,
        versions=versions,
        source=options.get("source", ""),
        result=options.get("result", "text"),
        returncode=int(options["returncode"]) if "returncode" in options else None,
        timeline=options.get("timeline", ""),
        live=options.get("live", "on") == "on",
        data=options.get("data", ""),
        others=tuple(others),
        highlight={key: options[key] for key in _PLAIN_OPTIONS if key in options},
    )


def includes(text: str) -> Iterator[tuple[int, str]]:
    """Line offset and path of each `--8<--` line outside executed fences."""
    rows = text.split("\n")
    skipped: set[int] = set()
    for fence in scan(text, ""):
        if fence.executes:
            skipped |= set(range(fence.body_at, fence.body_at + len(fence.body)))
    for number, row in enumerate(rows):
        if number not in skipped and (match := _INCLUDE.match(row)):
            yield number, match["path"]
