"""What went wrong, where, what was expected, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches


@dataclass(frozen=True)
class Problem:
    """One mistake in a page, a snippet or a golden.

    `page` and `snippet` are "path:line" or "path", relative to the project.
    `detail` holds lines to quote, such as the end of a traceback.
    """

    what: str
    expected: str
    todo: str
    page: str = ""
    snippet: str = ""
    detail: tuple[str, ...] = ()

    def at(self, page: str) -> Problem:
        """The same problem, on a page that shows it."""
        return replace(self, page=page)

    def __str__(self) -> str:
        where = ": ".join(filter(None, (self.page, self.snippet)))
        lines = [f"{where}: {self.what}"]
        lines += [f"      | {line}" for line in self.detail]
        lines += [f"    expected: {self.expected}", f"    to do: {self.todo}"]
        return "\n".join(lines)


class ProblemError(Exception):
    """Carries one `Problem` up to whoever knows the page."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known words and the one most like `word`."""
    choices = sorted(known)
    close = get_close_matches(word, choices, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"{hint}known are: {', '.join(choices)}"


def _place(problem: Problem) -> tuple[str, int, str]:
    path, _, line = problem.page.rpartition(":")
    return path, int(line) if line.isdigit() else 0, str(problem)


def report(problems: Iterable[Problem]) -> str:
    """All problems as one text, each once, in page order."""
    texts = [str(problem) for problem in sorted(set(problems), key=_place)]
    noun = "problem" if len(texts) == 1 else "problems"
    return f"{len(texts)} {noun} in the examples\n\n" + "\n\n".join(texts) + "\n"
