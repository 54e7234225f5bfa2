"""Every Python fence of the docs runs and prints what is shown."""

from __future__ import annotations

import contextlib
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import PROJECT, absent, changed
from executed import fence as fences
from executed import golden, interpreters, scheduler, snippet, verdict
from executed.fence import Example, Fence
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.scheduler import Request
from executed.snippet import Snippet
from pytest_examples import CodeExample, EvalExample, find_examples

SNIPPETS = PROJECT / "snippets"
PAGES = sorted([*PROJECT.glob("docs/**/*.md"), PROJECT / "README.md"])


def label(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def fences_of(page: Path) -> list[Fence]:
    return list(fences.scan(page.read_text("utf-8"), label(page)))


FENCES = {(f.page, f.line): f for page in PAGES for f in fences_of(page) if f.is_python}
EXAMPLES = {(label(e.path), e.start_line): e for e in find_examples(*PAGES)}


def parameters(executed: bool) -> list[object]:
    return [
        pytest.param(
            fence,
            EXAMPLES[place],
            id="-".join([fence.where, *fence.includes]),
            # In one process, which runs what waits together.
            marks=[pytest.mark.xdist_group("fences")] if executed else [],
        )
        for place, fence in FENCES.items()
        if fence.executes is executed and place in EXAMPLES
    ]


def test_no_fence_is_lost() -> None:
    """pytest-examples sees neither ~~~ nor what follows a longer fence."""
    lost = FENCES.keys() - EXAMPLES.keys()
    assert not lost, f"write these Python fences with three backticks: {sorted(lost)}"
    foreign = EXAMPLES.keys() - FENCES.keys()
    assert not foreign, f"these are no Python fences for Markdown: {sorted(foreign)}"


@pytest.fixture(scope="session")
def runs(
    request: pytest.FixtureRequest, installed: tuple[Interpreter, ...]
) -> dict[tuple[str, str], Run]:
    """What the pages show, of the fences whose tests were asked for."""
    requests: dict[tuple[str, str], Request] = {}
    for item in request.session.items:
        if getattr(item, "originalname", "") == test_executed_fence.__name__:
            resolved = fences.resolve(item.callspec.params["fence"], SNIPPETS)  # type: ignore[attr-defined]
            for program in resolved.snippets:
                for interpreter in shown(program, resolved.versions, installed)[0]:
                    one = Request(program, interpreter, shown=False)  # by nobody, here
                    requests[one.key] = one
    again = not request.config.getoption("update_examples")
    done = scheduler.run_all(requests.values(), lambda _: None, again=again)
    return dict(zip(requests, done, strict=True))


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("fence", "example"), parameters(executed=True))
def test_executed_fence(
    fence: Fence,
    example: CodeExample,
    eval_example: EvalExample,
    installed: tuple[Interpreter, ...],
    runs: dict[tuple[str, str], Run],
    request: pytest.FixtureRequest,
) -> None:
    resolved = fences.resolve(fence, SNIPPETS)
    missing: set[str] = set()
    for program in resolved.snippets:
        lint(replace(example, source=program.source), eval_example)
        if eval_example.update_examples:
            for path in update(program, installed, resolved):
                changed(request.config, f"golden changed: {label(path)}")
        present, absent_here = shown(program, resolved.versions, installed)
        missing |= absent_here
        for interpreter in present:
            run = runs[Request(program, interpreter).key]
            problems = verdict.problems(program, run, resolved.returncode)
            problems += filter(None, [golden.check(program, run)])
            assert not problems, "\n".join(str(problem.at(fence.where)) for problem in problems)
            assert run.trace is None or not run.trace.failed, run.trace.failed
    if missing:
        absent(f"Python {' '.join(sorted(missing))}")


@pytest.mark.parametrize(("fence", "example"), parameters(executed=False))
def test_plain_fence(fence: Fence, example: CodeExample, eval_example: EvalExample) -> None:
    fences.check_plain(fence)
    if fence.include:
        name, _, section = fence.include.partition(":")
        assert snippet.load(SNIPPETS, name).shown(section or None)
        return
    lint(example, eval_example)
    assert formatted(example.source) == example.source, f"{fence.where}: run ruff format"
    if eval_example.update_examples:
        eval_example.run_print_update(example)
    else:
        eval_example.run_print_check(example)


def lint(example: CodeExample, eval_example: EvalExample) -> None:
    eval_example.set_config(target_version="py311", ruff_line_length=79)  # type: ignore[arg-type]
    with contextlib.chdir(SNIPPETS):  # where the rules for snippets are
        eval_example.lint_ruff(example)


def formatted(source: str) -> str:
    """As ruff formats it; `#>` is no comment to be spaced."""
    marked = re.sub(r"(?m)^( *)#> ?", r"\1# > ", source)
    done = subprocess.run(
        ["ruff", "format", "--line-length", "79", "-"],
        input=marked,
        capture_output=True,
        text=True,
        check=True,
    )
    return re.sub(r"(?m)^( *)# > ?", r"\1#> ", done.stdout)


def shown(
    program: Snippet, versions: tuple[str, ...], installed: tuple[Interpreter, ...]
) -> tuple[list[Interpreter], set[str]]:
    """The interpreters that the page shows, and the versions not installed."""
    admitted = interpreters.admitted(program, installed)
    if not versions:
        return admitted[-1:], set() if admitted else {str(program.requires)}
    found = [one for one in admitted if one.minor in versions]
    return found, set(versions) - {one.minor for one in found}


def update(
    program: Snippet,
    installed: tuple[Interpreter, ...],
    resolved: Example,
) -> list[Path]:
    """New goldens, unless a run did what the program does not declare."""
    admitted = interpreters.admitted(program, installed)
    runs = scheduler.run_all([Request(program, one) for one in admitted], lambda _: None)
    code = resolved.returncode
    found = [problem for run in runs for problem in verdict.problems(program, run, code)]
    assert not found, "no golden is written:\n" + "\n".join(map(str, found))
    return golden.update(program, runs)
