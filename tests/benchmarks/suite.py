"""How long the tests take, and all that CI does.

    uv run python tests/benchmarks/suite.py [--tests] [--ci]

`pytest` here, and `.ci/run` on a fresh clone, where it prepares an environment of its own.
Without an option, both.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from figure import PROJECT, Figure, main, report, tell, warn_if_busy
from processes import clone, environment, run

FIGURES = ("suite.tests", "suite.ci")
TESTS = ("uv", "run", "pytest", "-q", "-p", "no:cacheprovider")


def figures(*, tests: bool = True, ci: bool = True) -> Iterator[Figure]:
    warn_if_busy()
    if tests:
        tell("uv run pytest …")
        done = run(TESTS, PROJECT).or_fail("pytest")
        yield Figure("suite.tests", done.seconds / 60)
    if ci:
        tell(".ci/run, on a fresh clone …")
        with clone() as (folder, _):
            env = environment()
            env.pop("VIRTUAL_ENV", None)
            done = run(("bash", ".ci/run"), folder, env).or_fail(".ci/run")
        yield Figure("suite.ci", done.seconds / 60)


def command() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tests", action="store_true", help="only the tests")
    parser.add_argument("--ci", action="store_true", help="only .ci/run")
    given = parser.parse_args()
    both = given.tests == given.ci
    return report(figures(tests=given.tests or both, ci=given.ci or both))


if __name__ == "__main__":
    main(command)
