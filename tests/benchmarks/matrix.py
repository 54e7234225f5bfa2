"""How long the full matrix takes: every program on every Python that it admits.

uv run python tests/benchmarks/matrix.py
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figure import Figure, main, report, tell, warn_if_busy
from processes import build, environment

FIGURES = ("matrix.seconds",)


def figures() -> Iterator[Figure]:
    warn_if_busy()
    tell("EXECUTED_MATRIX=1 mkdocs build …")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = build(site, env=environment(EXECUTED_MATRIX="1")).or_fail("mkdocs build")
        runs = json.loads((site / "provenance.json").read_bytes())["runs"]
    yield Figure("matrix.seconds", done.seconds, f"{len(runs)} runs")


def command() -> int:
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    return report(figures())


if __name__ == "__main__":
    main(command)
