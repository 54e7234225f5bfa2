"""Whether a run is what its snippet promises."""

from __future__ import annotations

import re
from dataclasses import replace

from executed import honesty
from executed.problems import Problem, nearest
from executed.runner import Run
from executed.snippet import FAULTS, Expectation, Snippet

# A program that computes more than this is no program that waits. Many seconds
# are too many at any share.
COMPUTES_SHARE, COMPUTES_SECONDS = 0.5, 0.3
COMPUTES_AT_ANY_SHARE = 1.0  # seconds
# One that computes less than this need not run alone.
WAITS_SHARE = 0.1
_QUOTED = 8


def expectation(snippet: Snippet, version: str, returncode: int | None = None) -> Expectation:
    """What is expected; a fence's `returncode` goes before the snippet's."""
    expects = snippet.expectation(version)
    return expects if returncode is None else replace(expects, returncode=returncode)


def problems(snippet: Snippet, run: Run, returncode: int | None = None) -> list[Problem]:
    """Everything about the run that the snippet did not declare."""
    expects = expectation(snippet, run.version, returncode)
    found = [
        *_faults(snippet, run, expects),
        *_exit(snippet, run, expects),
        *_lane(snippet, run),
        *_trace(snippet, run),
    ]
    return found


def _where(snippet: Snippet, run: Run) -> str:
    return f"{snippet.label}:{run.stopped_at}" if run.stopped_at else snippet.label


def _quote(run: Run) -> tuple[str, ...]:
    texts = [line.text for line in run.lines if line.stream == "stderr"]
    texts = texts or [line.text for line in run.lines]
    return tuple(text[:200] for text in texts[-_QUOTED:])


def _faults(snippet: Snippet, run: Run, expects: Expectation) -> list[Problem]:
    undeclared = [
        Problem(
            f"{FAULTS[fault]} on CPython {run.version}: {sign}",
            f"no {fault!r}, or a program that declares it",
            f'mend the program, or say declares = ["{fault}"] in its metadata',
            snippet=_where(snippet, run),
            detail=_quote(run),
        )
        for fault, sign in run.faults.items()
        if fault not in expects.declares
        and not (fault == "signal" and run.returncode == expects.returncode)
    ]
    absent = [
        Problem(
            f"declares {fault!r}, which did not happen on CPython {run.version}",
            f"a program that {FAULTS[fault].split(' ', 1)[0]} …: {FAULTS[fault]}",
            "remove it from declares",
            snippet=snippet.label,
            detail=_quote(run),
        )
        for fault in expects.declares
        if fault not in run.faults
    ]
    return undeclared + absent


def _exit(snippet: Snippet, run: Run, expects: Expectation) -> list[Problem]:
    if run.returncode == expects.returncode or run.returncode < 0:
        return []  # a kill or a signal is a fault, and told as one
    return [
        Problem(
            f"ended with exit {run.returncode} on CPython {run.version}",
            f"exit {expects.returncode}",
            f"mend the program, or say returncode = {run.returncode} in its metadata",
            snippet=_where(snippet, run),
            detail=_quote(run),
        )
    ]


def _lane(snippet: Snippet, run: Run) -> list[Problem]:
    alone = run.wall - honesty.delay(run)  # what it would take on a machine of its own
    share = run.cpu / alone if alone > 0 else 0.0
    used = f"computed for {run.cpu:.2f} s of {run.wall:.2f} s on CPython {run.version}"
    computes = run.cpu > COMPUTES_SECONDS and share > COMPUTES_SHARE
    if snippet.lane != "exclusive" and (computes or run.cpu > COMPUTES_AT_ANY_SHARE):
        if run.faults.keys() & {"timeout", "output-cap"}:
            return []
        return [
            Problem(
                used,
                f"a program of the {snippet.lane} lane to wait most of its time",
                'say lane = "exclusive" in its metadata, so that it runs alone',
                snippet=snippet.label,
            )
        ]
    if snippet.lane == "exclusive" and not snippet.measures and share < WAITS_SHARE:
        return [
            Problem(
                used,
                "a program that runs alone to compute",
                "remove the lane, or say measures = true if it measures something",
                snippet=snippet.label,
            )
        ]
    return []


def _trace(snippet: Snippet, run: Run) -> list[Problem]:
    """Every function named in `trace` must have been called."""
    if not snippet.trace or run.trace is None or run.trace.failed or run.trace.left:
        return []
    called = {lane.label.partition("(")[0].rpartition(".")[2] for lane in run.trace.lanes.values()}
    names = set(re.findall(r"\bdef (\w+)", snippet.source))
    return [
        Problem(
            f"traces {name!r}, which was not called on CPython {run.version}",
            "names of functions of the program that it calls",
            nearest(name, names),
            snippet=snippet.label,
        )
        for name in snippet.trace
        if name not in called
    ]
