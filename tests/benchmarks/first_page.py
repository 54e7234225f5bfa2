"""How long somebody waits who has just cloned the project.

    uv run python tests/benchmarks/first_page.py [--serve] [--build] [--warm] [--pythons 3.8-3.13]

A fresh clone of HEAD, with nothing in its cache nor in npm's: `mkdocs serve` until the first page
answers, and whether its pages have buttons then; the first `mkdocs build`, on some of the Pythons,
and a second one on all of them, for which everything is fetched. Without --serve or --build, both.
What is installed already (this environment) is not measured.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator

from executed import interpreters
from executed.interpreters import SUPPORTED
from figure import PROJECT, FailedError, Figure, main, report, tell, warn_if_busy
from processes import build, clone, serving

FIGURES = ("first_page.serve", "first_page.buttons", "first_page.first", "first_page.fetched")
PYTHONS = "3.8-3.13"
PAGE = "start/waiter/"
_BUTTON = re.compile(r'<button[^>]*class="[^"]*\bexecuted-edit\b')


def executables(versions: str) -> str:
    """Those of a range such as "3.8-3.13", as EXECUTED_INTERPRETERS has them.

    Raises:
        FailedError: the range is none, or one of them is not installed.
    """
    first, _, last = versions.partition("-")
    try:
        names = SUPPORTED[SUPPORTED.index(first) : SUPPORTED.index(last or first) + 1]
    except ValueError:
        raise FailedError(f"--pythons {versions}: a range such as {PYTHONS}") from None
    found = interpreters.find(PROJECT / ".cache/executed/interpreters.json")
    here = {one.minor: one.executable for one in found}
    if missing := [name for name in names if name not in here]:
        raise FailedError(f"not installed: uv python install {' '.join(missing)}")
    return os.pathsep.join(here[name] for name in names)


def served(warm: bool) -> Iterator[Figure]:
    tell("mkdocs serve, on a fresh clone …")
    with clone(warm=warm) as (folder, env), serving(folder, env) as server:
        _, seconds = server.first_page()
        yield Figure("first_page.serve", seconds, "with the browser's files" if warm else "")
        buttons = len(_BUTTON.findall(server.page(PAGE)))
        yield Figure("first_page.buttons", buttons, PAGE)


def built(warm: bool, pythons: str) -> Iterator[Figure]:
    some = {"EXECUTED_INTERPRETERS": executables(pythons)}
    with clone(warm=warm) as (folder, env):
        tell(f"mkdocs build, on a fresh clone, Python {pythons} …")
        first = build(folder / "site", folder, env | some).or_fail("the first build")
        detail = "" if pythons == PYTHONS else f"Python {pythons}"
        yield Figure("first_page.first", first.seconds, detail)
        tell("mkdocs build, everything fetched …")
        again = build(folder / "site", folder, env).or_fail("the second build")
        yield Figure("first_page.fetched", again.seconds)


def figures(
    *, serve: bool = True, builds: bool = True, warm: bool = False, pythons: str = PYTHONS
) -> Iterator[Figure]:
    warn_if_busy()
    if serve:
        yield from served(warm)
    if builds:
        yield from built(warm, pythons)


def command() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--serve", action="store_true", help="only mkdocs serve")
    parser.add_argument("--build", action="store_true", help="only mkdocs build")
    parser.add_argument("--warm", action="store_true", help="copy what the browser loads")
    parser.add_argument("--pythons", default=PYTHONS, help="of the first build")
    given = parser.parse_args()
    both = given.serve == given.build
    return report(
        figures(
            serve=given.serve or both,
            builds=given.build or both,
            warm=given.warm,
            pythons=given.pythons,
        )
    )


if __name__ == "__main__":
    main(command)
