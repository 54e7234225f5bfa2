"""Every snippet under Node, as a browser runs it: it does what its metadata says."""

from __future__ import annotations

import os

import pytest
from conftest import CACHE, PROJECT, Hosted, changed
from executed import assets, editable, snippet, trials
from executed import fence as fences
from executed.assets import Assets
from executed.snippet import Snippet
from executed.trials import Outcome, Trial

pytestmark = [pytest.mark.timeout(1800), pytest.mark.xdist_group("in browser")]
SNIPPETS = PROJECT / "snippets"
# Some of each kind: tasks, streams, threads, errors, debug mode, random numbers.
SAMPLE = {
    "start/waiter.py",
    "foundations/lighthouse_debug.py",
    "working/err_global.py",
    "claims/kinds.py",
    "working/to_thread.py",
}


def load(name: str) -> Snippet:
    return snippet.load(SNIPPETS, name)


def with_a_button() -> set[str]:
    """The programs that some page offers to run."""
    found: set[str] = set()
    for page in sorted((PROJECT / "docs").rglob("*.md")):
        for fence in fences.scan(page.read_text("utf-8"), page.name):
            if fence.executes and fence.is_python:
                example = fences.resolve(fence, SNIPPETS)
                found |= {one.name for one in example.snippets if example.has_button}
    return found


ABLE = [name for name in sorted(with_a_button()) if load(name).admits(editable.PYTHON)]
COLD = ABLE if os.environ.get("EXECUTED_COLD") == "1" else sorted(SAMPLE)


def tried(
    request: pytest.FixtureRequest, test: str, loaded: Assets, hosted: Hosted, *, warm: bool
) -> dict[str, Outcome]:
    """What the programs did whose tests were asked for."""
    names: list[str] = [
        str(item.callspec.params["name"])
        for item in request.session.items
        if isinstance(item, pytest.Function) and item.originalname == test
    ]
    tools = assets.find_tools()
    assert tools, "the assets are here and Node.js is not"
    with hosted.heavy():
        return Trial(loaded, tools, CACHE, warm).outcomes([load(name) for name in names])


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest, loaded: Assets, hosted: Hosted) -> dict[str, Outcome]:
    return tried(request, test_it_does_what_it_declares.__name__, loaded, hosted, warm=True)


@pytest.fixture(scope="session")
def cold(request: pytest.FixtureRequest, loaded: Assets, hosted: Hosted) -> dict[str, Outcome]:
    return tried(request, test_a_cold_start_does_the_same.__name__, loaded, hosted, warm=False)


@pytest.mark.parametrize("name", ABLE)
def test_it_does_what_it_declares(
    name: str, outcomes: dict[str, Outcome], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("update_examples"):
        update(name, outcomes[name], request)
    complaint = trials.complaint(load(name), outcomes[name])
    assert not complaint, complaint


def update(name: str, outcome: Outcome, request: pytest.FixtureRequest) -> None:
    """Write what is true into its metadata, if the trial tells."""
    program = load(name)
    try:
        words = trials.true_words(program, outcome)
    except ValueError as error:
        pytest.fail(f"no metadata is written: {program.label}: {error}")
    if words != program.browser:
        source = program.path.read_bytes().decode()
        program.path.write_bytes(trials.declared(source, words).encode())
        told = f"browser = {words!r}" if words else "it runs in a browser"
        changed(request.config, f"metadata changed: {program.label}: {told}")


@pytest.mark.parametrize("name", COLD)
def test_a_cold_start_does_the_same(name: str, cold: dict[str, Outcome]) -> None:
    complaint = trials.complaint(load(name), cold[name])
    assert not complaint, complaint
