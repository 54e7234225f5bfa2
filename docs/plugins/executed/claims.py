"""Claims and what runs say of them: one data file, checked against its proofs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from executed.problems import Problem
from executed.runner import Run
from executed.snippet import minor

VERDICTS = {
    "true": "true",
    "half": "half true",
    "false": "false",
    "dated": "true then",
    "opinion": "an opinion",
}
_PRINTED = re.compile(r"^([CE]\d{2,3}): (true|half|false)$")


@dataclass(frozen=True)
class Claim:
    """One row: the claim in our words, the verdict, and where it is proved.

    `until` is the last version on which a dated claim held; `proof` is a
    program that prints its verdict, `section` a page with an anchor.
    """

    id: str
    says: str
    verdict: str
    because: str
    section: str
    proof: str = ""
    until: str = ""
    corrections: tuple[str, ...] = ()


def load(path: Path, label: str) -> tuple[list[Claim], list[Problem]]:
    """The rows of the data file, and what is wrong with it."""
    try:
        tables = tomllib.loads(path.read_text("utf-8")).get("claim", [])
    except (OSError, tomllib.TOMLDecodeError) as error:
        return [], [Problem(f"cannot be read: {error}", "a TOML file of claims", "mend it", label)]
    known = {field.name for field in fields(Claim)}
    claims: list[Claim] = []
    problems: list[Problem] = []
    for table in tables:
        name = f"{label}: {table.get('id', '(no id)')}"
        missing = {"id", "says", "verdict", "because", "section"} - table.keys()
        unknown = table.keys() - known
        if missing or unknown:
            what = f"lacks {', '.join(sorted(missing))}" if missing else f"has {sorted(unknown)}"
            problems.append(Problem(what, f"keys {', '.join(sorted(known))}", "mend the row", name))
            continue
        table["corrections"] = tuple(table.get("corrections", ()))
        claim = Claim(**table)
        claims.append(claim)
        if claim.verdict not in VERDICTS:
            problems.append(
                Problem(f"verdict {claim.verdict!r}", " or ".join(VERDICTS), "mend the row", name)
            )
        if (claim.verdict == "dated") != bool(claim.until):
            problems.append(
                Problem("until without dated, or dated without until", "both", "mend the row", name)
            )
    doubles = {one.id for one in claims if [other.id for other in claims].count(one.id) > 1}
    for double in sorted(doubles):
        problems.append(Problem("two rows", "one row", "remove one", f"{label}: {double}"))
    return claims, problems


def printed(runs: Sequence[Run]) -> dict[str, dict[str, str]]:
    """For each claim what its proof printed: version -> true, half or false."""
    found: dict[str, dict[str, str]] = {}
    for run in runs:
        for line in run.lines:
            if match := _PRINTED.match(line.text):
                found.setdefault(match[1], {})[minor(run.version)] = match[2]
    return found


def check(claims: Sequence[Claim], runs: Mapping[str, Sequence[Run]], label: str) -> list[Problem]:
    """Rows whose proof is missing, or prints another verdict.

    `runs` are those of each proof, by the name of the snippet, oldest first.
    """
    problems: list[Problem] = []
    verdicts = {name: printed(of_one) for name, of_one in runs.items()}
    for claim in claims:
        where = f"{label}: {claim.id}"
        if claim.verdict == "opinion" and not claim.proof:
            continue
        if claim.proof not in runs:
            problems.append(
                Problem(
                    f"its proof {claim.proof!r} is not among the programs of the page",
                    "an include of that program in the fence",
                    "add the include, or mend the row",
                    where,
                )
            )
            continue
        if not runs[claim.proof]:
            continue  # not run here: no interpreter for it, and the page says so
        words = verdicts[claim.proof].get(claim.id, {})
        for version, expected in _expected(claim, [minor(r.version) for r in runs[claim.proof]]):
            if words.get(version) != expected:
                problems.append(
                    Problem(
                        f"its proof prints {words.get(version, 'no verdict')!r} on {version}",
                        f"{expected!r}, by the verdict {claim.verdict!r} of the row",
                        "mend the row or the program",
                        where,
                        f"snippets/{claim.proof}",
                    )
                )
    return problems


def _expected(claim: Claim, versions: Sequence[str]) -> list[tuple[str, str]]:
    """What the proof must print: on each version, or on the newest."""
    if claim.verdict == "dated":
        last = tuple(map(int, claim.until.split(".")))
        return [
            (version, "true" if tuple(map(int, version.split("."))) <= last else "false")
            for version in versions
        ]
    return [(versions[-1], claim.verdict)] if claim.verdict in ("true", "half", "false") else []
