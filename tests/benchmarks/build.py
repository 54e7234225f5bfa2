"""How long builds take: ours, stock markdown-exec, and MkDocs without runs.

Run by hand: `uv run python tests/benchmarks/build.py [10 40 200 1000]`.
Each example waits one second. Compare the ratios; the seconds are only those
of this machine and this moment.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue

from rich.console import Console
from rich.table import Table

PROJECT = Path(__file__).parents[2]
PER_PAGE = 4
STOCK_UP_TO = 40
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
OURS = STOCK + f"  - executed: {{templates: {PROJECT / 'docs/theme/executed'}}}\n"
EXECUTED = '```python exec="on" source="above" result="text"'


@dataclass(frozen=True)
class Kind:
    """One way to build the same pages."""

    name: str
    plugins: str
    fence: str


BARE = Kind("bare", "", "```python")
KINDS = {
    kind.name: kind for kind in (BARE, Kind("stock", STOCK, EXECUTED), Kind("ours", OURS, EXECUTED))
}


@dataclass(frozen=True)
class Cost:
    """Seconds and MiB of one build."""

    seconds: float
    memory: float


def write_site(folder: Path, kind: Kind, count: int) -> None:
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


def environment() -> dict[str, str]:
    one = getattr(sys, "_base_executable", sys.executable)
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "EXECUTED_INTERPRETERS": one}


def build(kind: Kind, count: int) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, kind, count)
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=environment()
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{kind.name} {count}: the build failed")
        return Cost(time.perf_counter() - started, used.ru_maxrss / 1024)


def rebuild(kind: Kind, count: int, times: int = 3) -> float:
    """Seconds of a rebuild under `serve` after a page was saved unchanged."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, kind, count)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        said: Queue[str] = Queue()
        assert process.stderr is not None
        lines = process.stderr
        threading.Thread(target=forward, args=(lines, said), daemon=True).start()
        try:
            wait_for(said, r"Serving on")
            index = folder / "docs/index.md"
            seconds = []
            for _ in range(times):
                save_until_noticed(index, said)
                wait_for(said, "Building documentation")
                started = time.perf_counter()
                wait_for(said, "Reloading browsers")
                seconds.append(time.perf_counter() - started)
            return min(seconds)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)


def forward(lines: Iterable[str], said: Queue[str]) -> None:
    for line in lines:
        said.put(line)


def save_until_noticed(page: Path, said: Queue[str]) -> None:
    """Save a page; again if the watcher was not yet watching."""
    for _ in range(20):
        page.write_text(page.read_text())
        try:
            wait_for(said, "Detected file changes", seconds=3)
            return
        except Empty:
            continue
    raise SystemExit("the server does not notice that a page was saved")


def wait_for(said: Queue[str], pattern: str, seconds: float = 300) -> re.Match[str]:
    """The next line that matches.

    Raises:
        Empty: nothing was said for so long.
    """
    while True:
        if match := re.search(pattern, said.get(timeout=seconds)):
            return match


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


def main() -> None:
    counts = [int(word) for word in sys.argv[1:]] or [10, 40, 200, 1000]
    cores = len(os.sched_getaffinity(0))
    each = min(cpu_of_one_example() for _ in range(3))
    table = Table(title=f"{cores} cores; {each * 1000:.0f} ms of CPU time for each example")
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
    for count in counts:
        bare, ours = build(BARE, count), build(KINDS["ours"], count)
        stock = build(KINDS["stock"], count) if count <= STOCK_UP_TO else None
        bound = 1.5 * (bare.seconds + 1 + count * each / cores)
        again, bare_again = rebuild(KINDS["ours"], count), rebuild(BARE, count)
        table.add_row(
            f"{count}",
            f"{bare.seconds:.1f} s",
            f"{stock.seconds:.1f} s" if stock else "not run",
            f"{ours.seconds:.1f} s",
            f"{ours.seconds / stock.seconds:.2f}" if stock else "not run",
            f"{ours.seconds / bound:.2f}",
            f"{again:.2f} s / {bare_again:.2f} s = {again / bare_again:.2f}",
            f"{ours.memory:.0f} MiB",
        )
        Console(stderr=True).print(f"{count} examples done")
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
