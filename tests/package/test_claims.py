"""Claims: a verdict that its proof contradicts is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from executed import claims
from executed.claims import Claim
from executed.runner import Run
from executed.transcript import Line

GOOD = """
[[claim]]
id = "C001"
says = "A list is a sequence."
verdict = "true"
because = "It is."
section = "a.md"
proof = "p.py"
"""


def load(tmp_path: Path, text: str) -> tuple[list[Claim], list[str]]:
    (tmp_path / "claims.toml").write_text(text)
    found, problems = claims.load(tmp_path / "claims.toml", "docs/claims.toml")
    return found, [str(problem) for problem in problems]


def test_good_rows_are_read(tmp_path: Path) -> None:
    found, problems = load(tmp_path, GOOD)
    assert not problems
    assert found == [Claim("C001", "A list is a sequence.", "true", "It is.", "a.md", "p.py")]


BAD = {
    "no TOML": ("[[claim", "cannot be read"),
    "a key is missing": (GOOD.replace('says = "A list is a sequence."', ""), "lacks says"),
    "a key is unknown": (GOOD + 'prof = "x"\n', "has ['prof']"),
    "an unknown verdict": (GOOD.replace('"true"', '"maybe"'), "verdict 'maybe'"),
    "dated without until": (GOOD.replace('"true"', '"dated"'), "dated without until"),
    "the same id twice": (GOOD + GOOD, "two rows"),
}


@pytest.mark.parametrize(("text", "says"), BAD.values(), ids=BAD)
def test_bad_rows_are_told(tmp_path: Path, text: str, says: str) -> None:
    _, problems = load(tmp_path, text)
    assert any(says in problem for problem in problems), problems
    assert all("expected: " in problem and "to do: " in problem for problem in problems)


def run(version: str, *printed: str) -> Run:
    lines = tuple(Line(0.1, "stdout", text) for text in printed)
    return Run("p.py", version, lines, 0, 1.0, 0.0, "2026-11-23")


def claim(verdict: str, until: str = "", proof: str = "p.py") -> Claim:
    return Claim("C001", "It is so.", verdict, "Because.", "a.md", proof, until)


HOLDS = {
    "true": (claim("true"), ["C001: false", "C001: true"]),
    "half, on the newest": (claim("half"), ["C001: true", "C001: half"]),
    "false": (claim("false"), ["C001: false", "C001: false"]),
    "true then": (claim("dated", "3.10"), ["C001: true", "C001: false"]),
    "an opinion": (claim("opinion", proof=""), ["", ""]),
}
FAILS = {
    "another verdict": (claim("true"), ["C001: true", "C001: half"], "prints 'half' on 3.11"),
    "no verdict": (claim("true"), ["C002: true", "C002: true"], "prints 'no verdict'"),
    "it changed earlier": (claim("dated", "3.10"), ["C001: false", "C001: false"], "on 3.10"),
    "it has not changed": (claim("dated", "3.10"), ["C001: true", "C001: true"], "on 3.11"),
    "no proof": (claim("false", proof=""), ["", ""], "is not among the programs"),
    "a proof that does not exist": (claim("false", proof="q.py"), ["", ""], "'q.py' is not"),
}


def said(row: Claim, printed: list[str]) -> list[str]:
    runs = [run("3.10.13", printed[0]), run("3.11.7", printed[1])]
    return [str(one) for one in claims.check([row], {"p.py": runs}, "docs/claims.toml")]


@pytest.mark.parametrize(("row", "printed"), HOLDS.values(), ids=HOLDS)
def test_a_verdict_that_its_proof_prints_is_accepted(row: Claim, printed: list[str]) -> None:
    assert said(row, printed) == []


@pytest.mark.parametrize(("row", "printed", "says"), FAILS.values(), ids=FAILS)
def test_a_verdict_that_its_proof_contradicts_is_told(
    row: Claim, printed: list[str], says: str
) -> None:
    found = said(row, printed)
    assert len(found) == 1 and says in found[0]
    assert found[0].startswith("docs/claims.toml: C001: ") or "snippets/p.py" in found[0]
