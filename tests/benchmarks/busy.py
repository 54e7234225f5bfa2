"""Whether builds and tests succeed on a machine that has other things to do.

    uv run python tests/benchmarks/busy.py [--times 20] [--busy 4] [--tests 3] [--background]

Builds of the site, and runs of the tests, beside processes that compute without end; and a build
that was started in the background of a script, which ignores SIGINT. A number of 0 leaves its part
out; --background does nothing else.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from figure import PROJECT, Figure, main, report, tell
from processes import Done, build, busy, run

FIGURES = ("busy.builds", "busy.background", "busy.tests")
BUILDS, BUSY, TESTS = 20, 4, 3
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")


def built(*, background: bool = False) -> Done:
    with tempfile.TemporaryDirectory() as folder:
        return build(Path(folder) / "site", background=background)


def repeated(name: str, what: str, times: int, work: Callable[[], Done]) -> Figure:
    """How many of so many succeed, in percent."""
    done: list[Done] = []
    for number in range(1, times + 1):
        one = work()
        done.append(one)
        ending = "succeeded" if one.status == 0 else f"FAILED ({one.status})"
        tell(f"{what} {number} of {times} {ending} after {one.seconds:.0f} s")
        if one.status:
            tell("\n".join(f"  {line}" for line in one.said.strip().splitlines()[-30:]))
    good = sum(one.status == 0 for one in done)
    seconds = [one.seconds for one in done]
    spread = f"{min(seconds):.0f} to {max(seconds):.0f} s" if times > 1 else f"{seconds[0]:.0f} s"
    return Figure(name, 100 * good / times, f"{good} of {times}, {spread}")


def figures(
    builds: int = BUILDS, others: int = BUSY, tests: int = TESTS, background: bool = True
) -> Iterator[Figure]:
    if background:
        tell("a build in the background of a script …")
        yield repeated("busy.background", "build", 1, lambda: built(background=True))
    if builds:
        tell(f"builds beside {others} busy processes …")
        with busy(others):
            yield repeated("busy.builds", "build", builds, built)
    if tests:
        tell(f"tests beside {others} busy processes …")
        with busy(others):
            yield repeated("busy.tests", "pytest", tests, lambda: run(PYTEST, PROJECT))


def command() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=BUILDS, help="how many builds")
    parser.add_argument("--busy", type=int, default=BUSY, help="how many busy processes")
    parser.add_argument("--tests", type=int, default=0, help="how many runs of the tests")
    parser.add_argument("--background", action="store_true", help="only a build in the background")
    given = parser.parse_args()
    if given.background:
        return report(figures(0, given.busy, 0))
    return report(figures(given.times, given.busy, given.tests, background=False))


if __name__ == "__main__":
    main(command)
