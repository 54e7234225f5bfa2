"""What decides whether an earlier run may be shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from executed import cache, snippet
from executed.cache import Cache
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.scheduler import Request
from executed.transcript import Line

Make = Callable[..., Request]
PYTHON = Interpreter("3.12.1", "python3.12", "build 1", "lib")


@pytest.fixture
def request_for(tmp_path: Path) -> Make:
    def make(
        source: str = "import beside\n", beside: str = "", python: Interpreter = PYTHON
    ) -> Request:
        (tmp_path / "a.py").write_text(source)
        (tmp_path / "beside.py").write_text(beside)
        return Request(snippet.load(tmp_path, "a.py"), python)

    return make


def test_the_same_request_has_the_same_key(request_for: Make) -> None:
    assert cache.key(request_for()) == cache.key(request_for())


CHANGES = {
    "the snippet": {"source": "import beside  # changed\n"},
    "a file that it imports": {"beside": "changed = True\n"},
    "the version": {"python": replace(PYTHON, version="3.12.2")},
    "the path of the interpreter": {"python": replace(PYTHON, executable="other")},
    "the build of the interpreter": {"python": replace(PYTHON, build="build 2")},
    "an option": {
        "source": "# /// script\n# [tool.executed]\n# timeout = 3\n# ///\nimport beside\n"
    },
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_has_another_key(request_for: Make, change: dict[str, Any]) -> None:
    assert cache.key(request_for(**change)) != cache.key(request_for())


def test_the_runner_itself_counts(request_for: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.key(request_for())
    monkeypatch.setattr(cache, "_runner_digest", lambda: b"another runner")
    assert cache.key(request_for()) != before


def test_a_run_comes_back_marked_as_earlier(request_for: Make, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache", pytest.fail)
    run = Run("a.py", "3.12.1", (Line(0.1, "stderr", "é"),), 0, 1.0, 0.1, "2026", {"signal": "x"})
    store.put(request_for(), run)
    assert store.get(request_for()) == replace(run, earlier=True)


def test_the_trace_comes_back(request_for: Make, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache", pytest.fail)
    records = '[["lane",1.5,0,"thread","main thread",-1,0,""]]\n'
    run = Run("a.py", "3.12.1", (), 0, 1.0, 0.1, "2026", records=records, began=1.0)
    store.put(request_for(), run)
    again = store.get(request_for())
    assert again is not None
    assert again.trace == run.trace
    assert run.trace is not None and run.trace.named("main thread").created == 0.5


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"lines": 1}', b'{"lines": []}', b"\xff"])
def test_damage_counts_as_absence(request_for: Make, tmp_path: Path, damage: bytes) -> None:
    store = Cache(tmp_path / "cache", pytest.fail)
    store.put(request_for(), Run("a.py", "3.12.1", (), 0, 1.0, 0.1, "2026"))
    [entry] = (tmp_path / "cache").iterdir()
    entry.write_bytes(damage)
    assert store.get(request_for()) is None
