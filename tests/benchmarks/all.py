"""All figures that are stated somewhere, each beside its limit.

    uv run python tests/benchmarks/all.py [honest build …] [--readme]

Runs the benchmarks, or those named, and ends with 1 if a limit is broken or something could not be
measured. Before each release: without names, on a machine with nothing else to do. It takes an
hour or two. `--readme` writes the table into README's *Measure*.
"""

from __future__ import annotations

import argparse
import importlib
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from types import ModuleType

import figure
from figure import CORES, PROJECT, FailedError, Figure, Limit, main, tell
from rich.console import Console
from rich.table import Table

README = PROJECT / "README.md"
START, END = "<!-- figures: tests/benchmarks/all.py --readme -->\n", "<!-- end of figures -->\n"
# The shortest first: what is broken shows early.
BENCHMARKS = (
    "honest",
    "build",
    "first_page",
    "matrix",
    "tracer",
    "browser",
    "trials",
    "suite",
    "busy",
)


@dataclass(frozen=True)
class Row:
    """A limit, and what became of it; `measured` is empty if nothing was."""

    limit: Limit
    measured: str
    kept: bool

    def markdown(self, date: str) -> str:
        said = self.measured if self.kept else f"**{self.measured or 'not measured'}**"
        return f"| {self.limit.words} | {said} | {self.limit.goal} | {date} |\n"


def module(name: str) -> ModuleType:
    """A benchmark: it has `FIGURES`, their names, and `figures()`, which measures them."""
    return importlib.import_module(name)


def row(limit: Limit, found: Figure | None) -> Row:
    if found is None:
        return Row(limit, "", kept=False)
    detail = f" ({found.detail})" if found.detail else ""
    return Row(limit, limit.shown(found.value) + detail, limit.holds(found.value))


def measured(names: Iterable[str]) -> Iterator[Row]:
    """A row for each figure that the benchmarks declare, also for one that was not measured."""
    limits = figure.limits()
    for name in names:
        tell(f"— {name}")
        benchmark, found = module(name), dict[str, Figure]()
        try:
            for one in benchmark.figures():
                found[one.name] = one
                tell(f"{limits[one.name].words}: {row(limits[one.name], one).measured}")
        except FailedError as error:
            tell(f"not measured: {error}")
        except Exception as error:  # hours of other figures are still to come
            tell(f"not measured: {type(error).__name__}: {error}")
        for declared in benchmark.FIGURES:
            yield row(limits[declared], found.get(declared))


def machine() -> str:
    return f"Measured on {platform.system()}, {platform.machine()}, {CORES} cores:\n"


def table(text: str, rows: Iterable[Row], date: str) -> str:
    """README with these rows in its table.

    Rows of figures that were not to be measured now stay, if they are of the same machine.
    """
    before, _, rest = text.partition(START)
    old, _, after = rest.partition(END)
    new = {one.limit.words: one.markdown(date) for one in rows}
    kept: dict[str, str] = {}
    if machine() in old:
        lines = (line for line in old.splitlines(keepends=True) if line.startswith("| "))
        kept = {line.split(" | ")[0].removeprefix("| "): line for line in lines}
    everything = kept | new
    order = [one.words for one in figure.limits().values() if one.words in everything]
    heading = "| | measured | limit | on |\n|---|---|---|---|\n"
    body = heading + "".join(everything[words] for words in order)
    return f"{before}{START}{machine()}\n{body}{END}{after}"


def command() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    given = parser.parse_args()
    if strange := set(given.names) - set(BENCHMARKS):
        parser.error(f"no benchmark: {', '.join(sorted(strange))}")
    rows = list(measured([name for name in BENCHMARKS if name in (given.names or BENCHMARKS)]))
    shown = Table("figure", "measured", "limit", "ok")
    for one in rows:
        said = one.measured or "not measured"
        shown.add_row(one.limit.words, said, one.limit.goal, "yes" if one.kept else "NO")
    Console().print(shown)
    if given.readme:
        text = table(README.read_text("utf-8"), rows, datetime.now(UTC).date().isoformat())
        README.write_text(text, "utf-8")
    return 0 if all(one.kept for one in rows) else 1


if __name__ == "__main__":
    main(command)
