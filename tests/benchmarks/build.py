"""How long builds take: ours, stock markdown-exec, and MkDocs without runs.

    uv run python tests/benchmarks/build.py [10 40 200 1000] [--live on|off]

Each example waits one second. Compare the ratios; the seconds are only those
of this machine and this moment. What the browser loads is fetched beforehand.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue

import processes
from executed import bundle
from executed.problems import ProblemError
from figure import CORES, PROJECT, FailedError, Figure, main, tell, warn_if_busy
from processes import MKDOCS, free_address, run, started
from rich.console import Console
from rich.table import Table

FIGURES = ("build.stock", "build.memory", "build.rebuild")
COUNT = 40
PER_PAGE = 4
STOCK_UP_TO = 40
FETCHED = Path(".cache/executed/browser")
PROGRAM = """\
import asyncio


async def main() -> None:
    print("example {n}: before")
    await asyncio.sleep(1)
    print("example {n}: after")


asyncio.run(main())
"""
CONFIG = """\
site_name: Benchmark
theme: {{name: material, font: false}}
plugins:
  - search
{plugins}
watch: [snippets]
markdown_extensions:
  - md_in_html
  - pymdownx.highlight
  - pymdownx.snippets: {{base_path: [snippets]}}
  - pymdownx.superfences
"""
STOCK = "  - markdown-exec: {languages: [python, py], ansi: 'off'}\n"
TEMPLATES = PROJECT / "docs/theme/executed"
OURS = STOCK + f"  - executed: {{templates: {TEMPLATES}, live: !ENV [EXECUTED_LIVE, true]}}\n"
EXECUTED = '```python exec="on" source="above" result="text"'


@dataclass(frozen=True)
class Kind:
    """One way to build the same pages."""

    name: str
    plugins: str
    fence: str


@dataclass(frozen=True)
class Cost:
    """Seconds of one build, and MiB of its largest process."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Costs:
    """What so many examples cost; `stock` is None where it would take minutes."""

    count: int
    bare: Cost
    ours: Cost
    stock: Cost | None
    rebuild: float
    bare_rebuild: float

    @property
    def of_stock(self) -> float | None:
        return self.ours.seconds / self.stock.seconds if self.stock else None

    @property
    def of_bare(self) -> float:
        return self.rebuild / self.bare_rebuild


BARE = Kind("bare", "", "```python")
KINDS = {
    kind.name: kind for kind in (BARE, Kind("stock", STOCK, EXECUTED), Kind("ours", OURS, EXECUTED))
}


def write_site(folder: Path, kind: Kind, count: int, live: bool) -> None:
    (folder / "docs").mkdir()
    (folder / "snippets").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins=kind.plugins))
    for n in range(count):
        (folder / f"snippets/e{n}.py").write_text(PROGRAM.format(n=n))
        (folder / f"snippets/e{n}.out").write_text(f"example {n}: before\nexample {n}: after\n")
    for page in range(0, count, PER_PAGE):
        name = "index" if page == 0 else f"page{page}"
        fences = [
            f'{kind.fence}\n--8<-- "e{n}.py"\n```\n'
            for n in range(page, min(page + PER_PAGE, count))
        ]
        (folder / f"docs/{name}.md").write_text(f"# Page {page}\n\n" + "\n".join(fences))
    if live and kind.name == "ours":
        shutil.copytree(PROJECT / FETCHED, folder / FETCHED)


def fetch() -> None:
    """What the browser loads: a build that has to fetch it says nothing about the engine."""
    try:
        bundle.get(PROJECT / FETCHED.parent, tell)
    except ProblemError as error:
        raise FailedError(str(error)) from error


def environment(live: bool = True) -> dict[str, str]:
    one = getattr(sys, "_base_executable", sys.executable)
    extra = {"EXECUTED_INTERPRETERS": one, "EXECUTED_LIVE": "true" if live else "false"}
    return processes.environment(**extra)


def build(kind: Kind, count: int, live: bool) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, kind, count, live)
        done = run((*MKDOCS, "build", "--quiet"), folder, environment(live))
        done.or_fail(f"a build of {count} examples ({kind.name})")
        return Cost(done.seconds, done.memory)


def rebuild(kind: Kind, count: int, live: bool, times: int = 5) -> float:
    """Seconds of a rebuild under `serve` after a page was saved unchanged."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, kind, count, live)
        command = (*MKDOCS, "serve", "--dev-addr", free_address())
        with started(command, folder, environment(live), subprocess.PIPE) as process:
            said: Queue[str] = Queue()
            assert process.stdout is not None
            lines = process.stdout
            threading.Thread(target=forward, args=(lines, said), daemon=True).start()
            wait_for(said, r"Serving on")
            index = folder / "docs/index.md"
            seconds = []
            for _ in range(times):
                save_until_noticed(index, said)
                wait_for(said, "Building documentation")
                before = time.perf_counter()
                wait_for(said, "Reloading browsers")
                seconds.append(time.perf_counter() - before)
            return min(seconds)


def forward(lines: Iterable[bytes], said: Queue[str]) -> None:
    for line in lines:
        said.put(line.decode("utf-8", "replace"))


def save_until_noticed(page: Path, said: Queue[str]) -> None:
    """Save a page; again if the watcher was not yet watching."""
    for _ in range(20):
        page.write_text(page.read_text())
        try:
            wait_for(said, "Detected file changes", seconds=3)
            return
        except FailedError:
            continue
    raise FailedError("the server does not notice that a page was saved")


def wait_for(said: Queue[str], pattern: str, seconds: float = 300) -> re.Match[str]:
    """The next line that matches.

    Raises:
        FailedError: nothing was said for so long.
    """
    while True:
        try:
            if match := re.search(pattern, said.get(timeout=seconds)):
                return match
        except Empty:
            raise FailedError(f"the server did not say {pattern!r}") from None


def costs(count: int, live: bool = True) -> Costs:
    tell(f"{count} examples: builds …")
    bare, ours = build(BARE, count, live), build(KINDS["ours"], count, live)
    stock = build(KINDS["stock"], count, live) if count <= STOCK_UP_TO else None
    tell(f"{count} examples: rebuilds …")
    again, bare_again = rebuild(KINDS["ours"], count, live), rebuild(BARE, count, live)
    return Costs(count, bare, ours, stock, again, bare_again)


def figures() -> Iterator[Figure]:
    fetch()
    warn_if_busy()
    found = costs(COUNT)
    assert found.stock and found.of_stock
    detail = f"{found.ours.seconds:.1f} s over {found.stock.seconds:.1f} s"
    yield Figure("build.stock", found.of_stock, detail)
    yield Figure("build.memory", found.ours.memory, f"MkDocs alone: {found.bare.memory:.0f} MiB")
    detail = f"{found.rebuild:.2f} s over {found.bare_rebuild:.2f} s"
    yield Figure("build.rebuild", found.of_bare, detail)


def cpu_of_one_example() -> float:
    """CPU seconds of the program alone, with the start of its interpreter."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "e.py"
        path.write_text(PROGRAM.format(n=0))
        process = subprocess.Popen(
            [environment()["EXECUTED_INTERPRETERS"], path], stdout=subprocess.DEVNULL
        )
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        return used.ru_utime + used.ru_stime


def command() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, default=[10, 40, 200, 1000])
    parser.add_argument("--live", choices=("on", "off"), default="on", help="buttons or not")
    given = parser.parse_args()
    live = given.live == "on"
    if live:
        fetch()
    each = min(cpu_of_one_example() for _ in range(3))
    table = Table(title=f"{CORES} cores; {each * 1000:.0f} ms of CPU time for each example")
    for heading in (
        "examples",
        "bare",
        "stock",
        "ours",
        "ours / stock",
        "goal: ours / bound",
        "rebuild / bare",
        "memory",
    ):
        table.add_column(heading, justify="right")
    for count in given.counts:
        found = costs(count, live)
        bound = 1.5 * (found.bare.seconds + 1 + count * each / CORES)
        table.add_row(
            f"{count}",
            f"{found.bare.seconds:.1f} s",
            f"{found.stock.seconds:.1f} s" if found.stock else "not run",
            f"{found.ours.seconds:.1f} s",
            f"{found.of_stock:.3f}" if found.of_stock else "not run",
            f"{found.ours.seconds / bound:.2f}",
            f"{found.rebuild:.2f} s / {found.bare_rebuild:.2f} s = {found.of_bare:.2f}",
            f"{found.ours.memory:.0f} MiB",
        )
    Console(width=140).print(table)


if __name__ == "__main__":
    main(command)
