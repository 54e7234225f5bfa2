"""Every snippet under Node, as a browser runs it, against its golden."""

from __future__ import annotations

import pytest
from conftest import CACHE, PROJECT, Hosted
from executed import assets, editable, snippet
from executed.assets import Assets
from executed.editable import Outcome, Trial
from executed.snippet import Snippet

pytestmark = pytest.mark.timeout(900)
SNIPPETS = PROJECT / "snippets"
NAMES = sorted(
    path.relative_to(SNIPPETS).as_posix()
    for path in SNIPPETS.rglob("*.py")
    if not path.stem.endswith("_check")
)
LOOP = "it prints the class of its event loop, and a browser has another"
THREAD = "it needs a thread that runs beside the loop"
# Programs whose golden no browser can print, and why.
DIFFER = {
    "claims/kinds.py": LOOP,
    "claims/threadsafe.py": THREAD,
    "claims/wakeup.py": THREAD,
    "claims/windows.py": "it reads the source of the loop for Windows, which the browser has not",
    "foundations/lighthouse_debug.py": "debug mode names a line of tasks.py; Pyodide has tasks in Python, not in C",
    "foundations/loop_types.py": LOOP,
    "foundations/policy_old.py": LOOP,
    "foundations/there_and_back.py": THREAD,
    "foundations/thread_computes.py": THREAD,
    "legacy/loop_unclosed_broken.py": LOOP,
    "start/names.py": "asyncio has fewer names without the loops of Unix",
    "versions/loop_factory.py": LOOP,
    "working/ask_the_loop.py": THREAD,
    "working/err_global.py": "when the interpreter ends, CPython cannot read the source any more; the browser can",
    "working/parcel_memory.py": "it reads its memory from /proc",
    "working/pool_size.py": THREAD,
    "working/stop_shield_error_broken.py": "3.14.2, which the browser has, words the message otherwise than later releases",
}


@pytest.fixture(scope="session")
def outcomes(loaded: Assets, hosted: Hosted) -> dict[str, Outcome]:
    programs = [snippet.load(SNIPPETS, name) for name in NAMES]
    able = [one for one in programs if one.admits(editable.PYTHON)]
    with hosted.heavy():  # a build of the site tries most of them too
        return Trial(loaded, assets.find_tools(), CACHE / "trials").outcomes(able)


def program(name: str) -> Snippet:
    return snippet.load(SNIPPETS, name)


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_its_golden_or_names_what_it_needs(
    name: str, outcomes: dict[str, Outcome]
) -> None:
    offer = editable.offer(program(name), outcomes.get(name), editable.PYTHON)
    if name in DIFFER:
        assert not offer.runs, f"{name} is right now; take it from the table"
    else:
        told = outcomes[name].text() if name in outcomes else "nothing"
        assert offer.reason != editable.OTHER, f"{offer.reason}; it printed:\n{told}"
        assert offer.runs or offer.reason.startswith(("needs ", "takes too long")), offer.reason


def test_the_table_names_programs_that_exist() -> None:
    assert DIFFER.keys() <= set(NAMES)
