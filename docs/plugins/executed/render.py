"""Example results as HTML, by the templates in docs/theme/executed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import jinja2
from markupsafe import Markup, escape
from rich.style import Style
from rich.text import Text

from executed import honesty, matrix, timeline
from executed.claims import VERDICTS, Claim
from executed.editable import Offer
from executed.fence import Example
from executed.interpreters import SUPPORTED
from executed.matrix import Cell, Group
from executed.problems import Problem
from executed.runner import Run
from executed.snippet import Snippet
from executed.timeline import Strip
from executed.transcript import Line

# Every control character but tab gets a sign that can be seen.
_PICTURES = {code: 0x2400 + code for code in range(32) if code != 9} | {127: 0x2421}
# Worth a word when a program computed, not only waited.
_CPU_MATTERS = 0.2


@dataclass(frozen=True)
class Result:
    """One tab: a run, or why there is none; `replay` is the data of its stepper."""

    version: str
    run: Run | None
    replay: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Button:
    """What "Edit & run" needs to know; addresses are relative to the page.

    `waits` is set while nobody can press it: words why not, or none if it is being prepared.
    """

    offer: Offer
    live: str
    source: str
    slug: str
    checks: str = ""
    names: str = ""
    waits: str | None = None


class Piece(NamedTuple):
    text: str
    classes: str


@cache
def environment(folder: Path) -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    env.filters["colours"] = colours
    env.filters["provenance"] = provenance
    env.filters["inline"] = inline
    env.filters["slug"] = slug
    env.globals["figure"] = figure
    return env


def example(
    templates: Path,
    shown: Example,
    results: Sequence[Result],
    verified: Sequence[str],
    download: str,
    ident: str,
    problems: Sequence[Problem] = (),
    button: Button | None = None,
) -> Markup:
    """What a page shows below or above the source of an example."""
    template = environment(templates).get_template("example.html")
    return Markup(
        template.render(
            example=shown,
            results=results,
            verified=verified,
            download=download,
            ident=ident,
            problems=problems,
            button=button,
        )
    )


@dataclass(frozen=True)
class Row:
    """One program of a matrix: its source as HTML, and a cell for each version."""

    snippet: Snippet
    cells: tuple[Cell, ...]
    source: Markup
    download: str
    button: Button | None = None

    @property
    def title(self) -> str:
        return self.snippet.title or f"{self.snippet.slug}.py"

    @cached_property
    def groups(self) -> list[Group]:
        return matrix.groups(self.cells)

    def cell(self, version: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.version == version), None)

    def group(self, version: str) -> int:
        """The number, from 1, of the group that this version is in."""
        return next(
            number
            for number, group in enumerate(self.groups, 1)
            if version in [cell.version for cell in group.cells]
        )


def table(
    templates: Path,
    ident: str,
    title: str,
    rows: Sequence[Row],
    claims: Sequence[Claim] = (),
    sections: Mapping[str, str] = {},
    problems: Sequence[Problem] = (),
) -> Markup:
    """Programs against versions, or claims with their verdicts; then every transcript."""
    versions = [one for one in SUPPORTED if any(row.cell(one) for row in rows)]
    template = environment(templates).get_template("matrix.html")
    return Markup(
        template.render(
            ident=ident,
            title=title,
            rows=rows,
            versions=versions,
            claims=claims,
            sections=sections,
            verdicts=VERDICTS,
            problems=problems,
        )
    )


def inline(text: str) -> Markup:
    """Text whose `code` is marked by backticks, as in Markdown."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def slug(name: str) -> str:
    """`legacy/chain_old.py` as part of an id: legacy-chain-old."""
    return re.sub(r"[^a-z0-9]+", "-", name.removesuffix(".py").lower())


def has_timeline(shown: Example, run: Run | None) -> bool:
    """Whether there is a picture: of what ran concurrently, unless the page says no."""
    if run is None or run.trace is None or run.trace.failed or shown.timeline == "off":
        return False
    if shown.result == "none" and not shown.timeline:
        return False
    rows = timeline.rows(run.trace)
    return shown.timeline == "on" or len(rows) > 1 or any(is_named(row) for row in rows)


def is_named(row: timeline.Row) -> bool:
    """Whether the program asked for this lane, with `trace` in its metadata."""
    return row.lane is not None and row.lane.kind in ("call", "generator", "coroutine")


def figure(shown: Example, results: Sequence[Result], ident: str) -> Markup:
    """The runs under one another, on one axis; empty if there is no picture."""
    runs = [one for one in results if has_timeline(shown, one.run)]
    if not runs:
        return Markup("")
    versions = len({one.version for one in runs}) > 1
    strips = [_strip(one, versions and len(runs) > 1) for one in runs]
    title = shown.highlight.get("title") or f"Timeline of {strips[0].title}"
    return Markup(timeline.figure(strips, f"{ident}-timeline", title))


def _strip(result: Result, with_version: bool) -> Strip:
    run = result.run
    assert run and run.trace
    name = run.snippet.rpartition("/")[2]
    printed = [(line.at, line.text) for line in run.lines]
    return Strip(f"{name} on {result.version}" if with_version else name, run.trace, printed)


def provenance(run: Run) -> str:
    """One line that tells where an output comes from."""
    day, _, clock = run.started.partition("T")
    parts = [f"CPython {run.version}", run.ending, f"{run.wall:.2f} s"]
    if run.wall and run.cpu / run.wall > _CPU_MATTERS and run.cpu >= 0.05:
        parts.append(f"{run.cpu:.2f} s of CPU time")
    if honesty.disturbed(run):
        parts.append(f"{honesty.delay(run):.2f} s of it waiting for a busy processor")
    parts.append(day)
    if run.earlier:
        parts.append(f"from an earlier run at {clock[:5]} UTC")
    return " · ".join(parts)


def colours(line: Line) -> Markup:
    """The text of a line, escaped, its ANSI colours as spans with a class."""
    return Markup("").join(
        Markup('<span class="{}">{}</span>').format(piece.classes, piece.text)
        if piece.classes
        else escape(piece.text)
        for piece in _pieces(line.text)
    )


def _pieces(text: str) -> list[Piece]:
    if "\x1b" not in text:
        return [Piece(text.translate(_PICTURES), "")]
    decoded = Text.from_ansi(text)
    pieces: list[Piece] = []
    cuts = sorted({0, len(decoded), *(edge for s in decoded.spans for edge in (s.start, s.end))})
    for start, end in pairwise(cuts):
        styles = [
            span.style
            for span in decoded.spans
            if isinstance(span.style, Style) and span.start <= start and end <= span.end
        ]
        style = Style.combine([Style.null(), *styles])
        pieces.append(Piece(decoded.plain[start:end].translate(_PICTURES), _classes(style)))
    return pieces


def _classes(style: Style) -> str:
    names = [name for name in ("bold", "italic", "underline") if getattr(style, name)]
    number = style.color.number if style.color else None
    if number is not None and number < 16:
        names.append(f"colour-{number}")
    return " ".join(f"ansi-{name}" for name in names)
