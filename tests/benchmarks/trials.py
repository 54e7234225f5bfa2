"""What it costs to try a program as a browser would: cold, and from the snapshot.

    uv run python tests/benchmarks/trials.py

CPU time for each program, in turns, so that other work on the machine matters little.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
from collections.abc import Iterator

from executed import assets, bundle
from executed.assets import BROWSER, Tools
from figure import PROJECT, FailedError, Figure, main, report, tell, warn_if_busy

FIGURES = ("trials.snapshot",)
CACHE = PROJECT / ".cache/executed"
ROUNDS, PROGRAMS = 3, 8
HELLO = "import asyncio\n\nasync def main():\n    print('hello')\n\nasyncio.run(main())\n"


def cpu(tools: Tools, arguments: list[str], programs: int) -> float:
    """Seconds that Node takes for so many programs."""
    job = {"source": HELLO, "filename": "hello.py", "names": "", "seconds": 60}
    jobs = [job | {"id": str(number)} for number in range(programs)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*tools.node_with_stacks, str(BROWSER / "node.mjs"), *arguments],
        input=json.dumps({"workers": 1, "jobs": jobs}),
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stdout.count("hello") == programs, done.stdout
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def figures() -> Iterator[Figure]:
    warn_if_busy()
    tools = assets.find_tools()
    if tools is None:
        raise FailedError("there is no Node.js")
    found = bundle.get(CACHE, tell)
    folder = str(bundle.one_folder(found, CACHE / "trials"))
    kinds = {"cold": [folder], "snapshot": [folder, str(bundle.snapshot(found, tools, CACHE))]}
    took: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(ROUNDS):
        for name, arguments in kinds.items():
            one = cpu(tools, arguments, 1)
            took[name].append((cpu(tools, arguments, 1 + PROGRAMS) - one) / PROGRAMS)
    warm, cold = (statistics.median(took[name]) for name in ("snapshot", "cold"))
    yield Figure("trials.snapshot", warm / cold, f"{warm:.2f} s of CPU time, cold {cold:.2f} s")


def command() -> int:
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    return report(figures())


if __name__ == "__main__":
    main(command)
