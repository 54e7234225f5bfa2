"""What it costs to be watched: per step of a task, and on the site's examples.

    uv run python tests/benchmarks/tracer.py

Each program runs with and without the tracer, in turn; the best of several
runs counts. Times are in microseconds of CPU time per step, which other work
on the machine changes little, and in percent of wall time.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from executed import interpreters, runner, snippet
from executed.interpreters import Interpreter
from executed.snippet import Snippet
from figure import PROJECT, Figure, main, report, tell, warn_if_busy

FIGURES = ("tracer.step", "tracer.site")
REPEAT = 5
PROGRAMS, SEED = 80, 3  # of the site, always the same
HEAD = '# /// script\n# requires-python = ">=3.8"\n# ///\nimport asyncio\nimport time\n'
BODY = """
async def work(steps):
    for n in range(steps):
        {step}

async def main():
    started = time.process_time()
    await asyncio.gather(*(work({steps}) for n in range({tasks})))
    print((time.process_time() - started) * 1e6 / {steps} / {tasks})

asyncio.run(main())
"""
TURN, SLEEP = "await asyncio.sleep(0)", "await asyncio.sleep(1e-9)"
# name -> step, steps of each task, tasks
STEPS = {
    "turns of 10 tasks": (TURN, 900, 10),
    "turns of 1 task": (TURN, 4000, 1),
    "timers of 10 tasks": (SLEEP, 300, 10),
    "beyond the limit of records": (TURN, 20_000, 10),
}


def best(program: Snippet, python: Interpreter) -> tuple[float, float]:
    """Microseconds per step without and with the tracer."""
    found: dict[bool, float] = {}
    for _ in range(REPEAT):
        for watched in (False, True):
            run = asyncio.run(runner.run(program, python, watched=watched))
            value = float(run.lines[-1].text)
            found[watched] = min(value, found.get(watched, value))
    return found[False], found[True]


def steps(pythons: list[Interpreter]) -> float:
    """Print what each kind of step costs; returns the first of `STEPS`, on the last Python."""
    costs: dict[tuple[str, str], float] = {}
    tell(f"{'cost of a step, in µs':<30} {'Python':>8} {'alone':>8} {'watched':>8} {'cost':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (step, count, tasks) in STEPS.items():
            path = Path(folder) / "program.py"
            path.write_text(HEAD + BODY.format(step=step, steps=count, tasks=tasks))
            for python in pythons:
                alone, watched = best(snippet.load(Path(folder), "program.py"), python)
                costs[name, python.version] = watched - alone
                tell(
                    f"{name:<30} {python.version:>8} {alone:8.2f} {watched:8.2f} "
                    f"{watched - alone:8.2f}"
                )
    return costs[next(iter(STEPS)), pythons[-1].version]


def site(python: Interpreter) -> tuple[float, str]:
    """Percent, of examples of the site that are watched, one after another; in words."""
    root = PROJECT / "snippets"
    programs = [
        program
        for program in (snippet.load(root, name) for name in snippet.find(root))
        if program.traced
        and program.admits(python.version)
        and program.lane == "shared"
        and not program.trace
        and program.expects.timeout > 5
    ]
    drawn = random.Random(SEED).sample(programs, min(PROGRAMS, len(programs)))
    walls = {False: 0.0, True: 0.0}
    for number, program in enumerate(drawn, 1):
        runs: dict[bool, list[float]] = {False: [], True: []}
        for _ in range(3):
            for watched, found in runs.items():
                found.append(asyncio.run(runner.run(program, python, watched=watched)).wall)
        for watched, found in runs.items():
            walls[watched] += min(found)
        if number % 20 == 0:
            tell(f"{number} of {len(drawn)} examples of the site compared")
    share = (walls[True] / walls[False] - 1) * 100
    words = f"{len(drawn)} programs, {walls[False]:.2f} s alone, {walls[True]:.2f} s watched"
    return share, words


def figures() -> Iterator[Figure]:
    warn_if_busy()
    found = interpreters.find(PROJECT / ".cache/executed/interpreters.json")
    newest = found[-1]
    yield Figure("tracer.step", steps([found[0], newest]), newest.version)
    yield Figure("tracer.site", *site(newest))


def command() -> int:
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    return report(figures())


if __name__ == "__main__":
    main(command)
