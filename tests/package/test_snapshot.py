"""The snapshot that programs start from under Node: whole or made anew, and nothing shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CACHE
from executed import assets, bundle, snippet
from executed.assets import Assets, Tools
from executed.trials import Outcome, Trial

pytestmark = pytest.mark.xdist_group("snapshot")
Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def tools() -> Tools:
    found = assets.find_tools()
    assert found
    return found


@pytest.fixture
def run(loaded: Assets, tools: Tools, tmp_path: Path) -> Run:
    """Runs a program from the snapshot, or cold."""

    def one(source: str, *, warm: bool = True, name: str = "a.py") -> Outcome:
        (tmp_path / name).write_text(source)
        # It has no golden, so its outcome is not kept.
        trial = Trial(loaded, tools, CACHE, warm, rounds=(1,))
        return trial.outcomes([snippet.load(tmp_path, name)])[name]

    return one


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


HARM: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "one bit": damage,
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:1000]),
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.fixture(scope="module")
def made(loaded: Assets, tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle.snapshot(loaded, tools, tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("harm", HARM)
def test_it_is_made_anew_if_it_is(harm: str, made: Path, loaded: Assets, tools: Tools) -> None:
    size = made.stat().st_size
    HARM[harm](made)
    again = bundle.snapshot(loaded, tools, made.parent.parent)
    assert again == made and made.stat().st_size == size
    before = made.stat().st_mtime_ns
    assert bundle.snapshot(loaded, tools, made.parent.parent).stat().st_mtime_ns == before


def test_nothing_half_done_is_left(made: Path) -> None:
    assert [path.name for path in made.parent.iterdir()] == [made.name]


CHANCE = "import os, random\nprint(random.random(), random.randrange(10**9), os.urandom(8))\n"


def test_chance_is_not_the_same_each_time(run: Run) -> None:
    assert run(CHANCE).text() != run(CHANCE).text()


# What a program can see of how it was started.
SEEN = """
import sys
print(sys.path, sys.argv, __name__, __file__)
print(sys.flags)
print(len(sys.modules), sorted(sys.modules))
import asyncio, logging, os, threading, warnings
print(threading.enumerate(), asyncio.all_tasks.__module__)
print(os.getcwd(), sorted(os.listdir()))
print(warnings.filters, logging.root.handlers)
try:
    print(asyncio.get_running_loop())
except RuntimeError as error:
    print(error)
async def main():
    print(type(asyncio.get_running_loop()), asyncio.current_task().get_name())
asyncio.run(main())
def inner():
    raise ValueError("no")
inner()
"""


def test_a_program_finds_what_it_finds_at_a_cold_start(run: Run) -> None:
    warm = run(SEEN)
    assert warm.returncode == 1 and "ValueError: no" in warm.text()
    assert warm.text() == run(SEEN, warm=False).text()
