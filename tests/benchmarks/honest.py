"""Whether a time that a page states is the program's own.

    uv run python tests/benchmarks/honest.py [SITE] [--seed N] [--count 40]

Draws programs of the shared lane at random and runs each alone, on the same interpreter and
watched in the same way, several times with nothing beside it, each time in an interpreter of its
own, as a reader would; the fewest seconds count. What the site states is compared with that.
SITE is one that `mkdocs build` made on this machine, without EXECUTED_MATRIX; without it, one is
built first, in a temporary folder.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from executed import interpreters, runner, snippet
from executed.interpreters import Interpreter
from executed.snippet import Snippet
from figure import PROJECT, FailedError, Figure, main, report, tell, warn_if_busy
from processes import build

FIGURES = ("honest.ratio", "honest.median", "honest.worst")
COUNT, TIMES, LISTED = 40, 3, 5


@dataclass(frozen=True)
class Stated:
    """A run that a site tells of; `delay` is what it waited for a processor, if that is told."""

    program: Snippet
    interpreter: Interpreter
    wall: float
    delay: float | None


@dataclass(frozen=True)
class Compared:
    """What is stated, and the seconds of the same program alone."""

    stated: Stated
    alone: tuple[float, ...]

    @property
    def excess(self) -> float:
        """In ms; a time that is too short is as wrong, but has no such cause."""
        return (self.stated.wall - min(self.alone)) * 1000

    @property
    def ratio(self) -> float:
        return self.stated.wall / max(min(self.alone), 1e-4)

    def __str__(self) -> str:
        one = self.stated
        waited = "" if one.delay is None else f", of which it waited {one.delay * 1000:.1f} ms"
        return (
            f"{one.program.name} on {one.interpreter.version}: stated {one.wall:.3f} s, alone "
            f"{min(self.alone):.3f} to {max(self.alone):.3f} s, {self.excess:+.1f} ms{waited}"
        )


def stated(site: Path) -> list[Stated]:
    """What the site states of programs of the shared lane.

    Raises:
        FailedError: it is no site of ours, or none of its interpreters is here.
    """
    try:
        runs: list[dict[str, Any]] = json.loads((site / "provenance.json").read_bytes())["runs"]
    except (OSError, ValueError, KeyError) as error:
        raise FailedError(f"{site} has no provenance.json: build it") from error
    here = {
        one.version: one for one in interpreters.find(PROJECT / ".cache/executed/interpreters.json")
    }
    found = [
        Stated(program, here[run["python"]], run["wall_seconds"], run.get("delay_seconds"))
        for run in runs
        if run["python"] in here
        and run.get("displayed", True)
        # The copy that the site publishes, not one that may have changed since.
        and (program := snippet.load(site / "snippets", run["snippet"])).lane == "shared"
    ]
    if not found:
        raise FailedError(f"{site} states nothing of an interpreter that is here")
    return found


def drawn(everything: list[Stated], seed: int, count: int) -> list[Stated]:
    """A run of each of `count` programs."""
    chance = random.Random(seed)
    by_name: dict[str, list[Stated]] = {}
    for one in everything:
        by_name.setdefault(one.program.name, []).append(one)
    names = chance.sample(sorted(by_name), min(count, len(by_name)))
    return [chance.choice(by_name[name]) for name in names]


def compared(one: Stated) -> Compared:
    runs = (asyncio.run(runner.run(one.program, one.interpreter)) for _ in range(TIMES))
    return Compared(one, tuple(run.wall for run in runs))


def figures(
    site: Path | None = None, seed: int | None = None, count: int = COUNT
) -> Iterator[Figure]:
    if site is None:
        with tempfile.TemporaryDirectory() as folder:
            tell("building the site …")
            made = Path(folder) / "site"
            build(made).or_fail("mkdocs build")
            yield from figures(made, seed, count)
        return
    seed = random.randrange(1_000_000) if seed is None else seed
    everything = stated(site)
    chosen = drawn(everything, seed, count)
    tell(f"{len(chosen)} of {len(everything)} runs, drawn with --seed {seed}; each alone …")
    warn_if_busy()
    found: list[Compared] = []
    for number, one in enumerate(chosen, 1):
        found.append(compared(one))
        if number % 10 == 0:
            tell(f"{number} of {len(chosen)} compared")
    found.sort(key=lambda one: one.excess, reverse=True)
    tell("the worst:")
    for bad in found[:LISTED]:
        tell(f"  {bad}")
    detail = f"{len(found)} programs, seed {seed}"
    yield Figure("honest.ratio", statistics.median(one.ratio for one in found), detail)
    yield Figure("honest.median", statistics.median(one.excess for one in found))
    yield Figure("honest.worst", found[0].excess, found[0].stated.program.slug)


def command() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", nargs="?", type=Path, metavar="SITE", help="a built site")
    parser.add_argument("--seed", type=int, help="draw the same programs again")
    parser.add_argument("--count", type=int, default=COUNT, help="how many programs")
    given = parser.parse_args()
    return report(figures(given.site, given.seed, given.count))


if __name__ == "__main__":
    main(command)
