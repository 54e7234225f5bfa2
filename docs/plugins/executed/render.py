"""Example results as HTML, by the templates in docs/theme/executed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import jinja2
from markupsafe import Markup, escape
from rich.style import Style
from rich.text import Text

from executed.fence import Example
from executed.problems import Problem
from executed.runner import Run
from executed.transcript import Line

# Every control character but tab gets a sign that can be seen.
_PICTURES = {code: 0x2400 + code for code in range(32) if code != 9} | {127: 0x2421}
# Worth a word when a program computed, not only waited.
_CPU_MATTERS = 0.2


@dataclass(frozen=True)
class Result:
    """One tab: a run, or why there is none."""

    version: str
    run: Run | None
    missing: str = ""


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
    return env


def example(
    templates: Path,
    shown: Example,
    results: Sequence[Result],
    verified: Sequence[str],
    download: str,
    ident: str,
    problems: Sequence[Problem] = (),
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
        )
    )


def provenance(run: Run) -> str:
    """One line that tells where an output comes from."""
    day, _, clock = run.started.partition("T")
    parts = [f"CPython {run.version}", run.ending, f"{run.wall:.2f} s"]
    if run.wall and run.cpu / run.wall > _CPU_MATTERS and run.cpu >= 0.05:
        parts.append(f"{run.cpu:.2f} s of CPU time")
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
