"""Progress of long work: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

SECONDS_BETWEEN_LINES = 2.0


@contextlib.contextmanager
def progress(
    total: int, words: str = "running {}/{} examples …"
) -> Iterator[Callable[[str], None]]:
    """Yields a function to call with the name of each example that is done.

    `words` tell how many of how many there are.
    """
    if total == 0:
        yield lambda name: None
    elif sys.stderr.isatty():
        with _bar(total, words) as step:
            yield step
    else:
        yield _lines(total, words)


@contextlib.contextmanager
def _bar(total: int, words: str) -> Iterator[Callable[[str], None]]:
    columns = (
        TextColumn(words.format("{task.completed}", "{task.total}")),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True)) as bars:
        bar = bars.add_task("", total=total)
        yield lambda name: bars.update(bar, advance=1, description=name)


def _lines(total: int, words: str) -> Callable[[str], None]:
    done = 0
    told = time.monotonic()

    def tell() -> None:
        print(words.format(done, total), file=sys.stderr, flush=True)

    def step(name: str) -> None:
        nonlocal done, told
        done += 1
        if done == total or time.monotonic() - told > SECONDS_BETWEEN_LINES:
            told = time.monotonic()
            tell()

    tell()
    return step
