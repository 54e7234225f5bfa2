"""What it costs to be watched: per step of a task, and on the site's examples.

    uv run python tests/benchmarks/tracer.py

Each program runs with and without the tracer, in turn; the best of several
runs counts. Times are in microseconds per step, and in percent of wall time.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "docs/plugins"))

from executed import interpreters, runner, snippet  # noqa: E402
from executed.interpreters import Interpreter  # noqa: E402
from executed.snippet import Snippet  # noqa: E402

REPEAT = 5
HEAD = '# /// script\n# requires-python = ">=3.8"\n# ///\nimport asyncio\nimport time\n'
BODY = """
async def work(steps):
    for n in range(steps):
        {step}

async def main():
    started = time.perf_counter()
    await asyncio.gather(*(work({steps}) for n in range({tasks})))
    print((time.perf_counter() - started) * 1e6 / {steps} / {tasks})

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


def steps(pythons: list[Interpreter]) -> None:
    print(f"{'cost of a step, in µs':<30} {'Python':>8} {'alone':>8} {'watched':>8} {'cost':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (step, count, tasks) in STEPS.items():
            path = Path(folder) / "program.py"
            path.write_text(HEAD + BODY.format(step=step, steps=count, tasks=tasks))
            for python in pythons:
                alone, watched = best(snippet.load(Path(folder), "program.py"), python)
                print(
                    f"{name:<30} {python.version:>8} {alone:8.2f} {watched:8.2f} "
                    f"{watched - alone:8.2f}"
                )


def site(python: Interpreter) -> None:
    """All examples of the site that are watched, one after another."""
    root = PROJECT / "snippets"
    walls = {False: 0.0, True: 0.0}
    count = 0
    for name in snippet.find(root):
        program = snippet.load(root, name)
        fast = program.lane == "shared" and not program.trace and program.expects.timeout > 5
        if not (program.traced and fast and program.admits(python.version)):
            continue
        count += 1
        for watched in walls:
            runs = [asyncio.run(runner.run(program, python, watched=watched)) for _ in range(3)]
            walls[watched] += min(run.wall for run in runs)
    share = (walls[True] / walls[False] - 1) * 100
    print(
        f"{count} examples of the site on {python.version}: {walls[False]:.2f} s alone, "
        f"{walls[True]:.2f} s watched, {share:+.1f} % wall time"
    )


def main() -> None:
    found = interpreters.find(PROJECT / ".cache/executed/interpreters.json")
    steps([found[0], found[-1]])
    site(found[-1])


if __name__ == "__main__":
    main()
