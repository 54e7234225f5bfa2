"""Whether what programs declare of the reader's browser is true: each is tried, under Node.

For the tests and `--update-examples`; a build trusts the metadata.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from executed import bundle, golden
from executed.assets import BROWSER, Assets, Tools
from executed.editable import PYTHON
from executed.files import write_atomically
from executed.snippet import Snippet
from executed.transcript import Chunk, Line, lines

TIMEOUT = "timeout"  # as the harness says it
SECONDS = 20.0  # for one program; a browser computes slower than CPython
# How many run at once: what failed on a busy machine is tried again, at last alone.
ROUNDS = (3, 2, 1)
HARNESS = ("node.mjs", "python.mjs", "snapshot.mjs")
# What a program prints when it misses something -> what it needs.
_NEEDS = (
    (r"can't start new thread|a thread \(to_thread", "threads"),
    (
        r"pool of processes|another process|_multiprocessing|emscripten does not support processes",
        "processes",
    ),
    (r"InterpreterPoolExecutor|_interpreters|concurrent\.interpreters", "interpreters"),
    (r"a signal does not exist|signal only works|raise_signal|^ended by signal \d+$", "signals"),
    (r"a socket does not exist|watching a file or socket|the network|selector of files", "sockets"),
    (r"faulthandler|dump_traceback_later", "threads"),
)
_SIGNALLED = re.compile(r"Program terminated with exit\((12[89]|1[3-9]\d)\)")  # by itself
_NO_MODULE = re.compile(r"ModuleNotFoundError: No module named '([\w.]+)'")
_RECOGNISED = re.compile(rf"needs ({'|'.join(need for _, need in _NEEDS)}|the module [\w.]+)")
_ARCHIVES = [(f"/lib/python{PYTHON.replace('.', '')}.zip/", f"python{PYTHON}/")]


@dataclass(frozen=True)
class Outcome:
    """What a program did under Node; `failed` says why there is no ending.

    `signal` is the number of the one by which the program ended itself.
    """

    lines: tuple[Line, ...]
    returncode: int = 0
    signal: int = 0
    stuck: str = ""
    failed: str = ""

    def text(self) -> str:
        """As a golden has it."""
        rows = [("stderr: " if one.stream == "stderr" else "") + one.text for one in self.lines]
        if self.signal:
            rows.append(f"ended by signal {self.signal}")
        if self.returncode:
            rows.append(f"exit {self.returncode}")
        if self.failed or self.stuck:
            rows.append(self.failed or "waits for ever")
        return "".join(f"{row}\n" for row in rows)

    @property
    def needs(self) -> str:
        """What it needs and has not, as its metadata says it; empty if that is not known."""
        text = self.text() + self.stuck
        for pattern, need in _NEEDS:
            if re.search(pattern, text, re.MULTILINE):
                return f"needs {need}"
        found = _NO_MODULE.search(text)
        return f"needs the module {found[1]}" if found else ""


def is_right(program: Snippet, outcome: Outcome) -> bool:
    """Whether it printed what the golden says, but for measured numbers.

    One that is meant to run into its time limit goes on there until somebody stops it.
    """
    file = golden.find(program.path, PYTHON)
    if file is None:
        return False
    text = file.read_text("utf-8")
    if outcome.failed == TIMEOUT and _never_ends(program):
        rows = text.splitlines(keepends=True)[:-1]  # the last says that it was killed
        printed = outcome.text().splitlines(keepends=True)[: len(rows)]
        return golden.same_words("".join(rows), "".join(printed))
    ended = not (outcome.failed or outcome.stuck)
    return ended and golden.same_words(text, outcome.text())


def _never_ends(program: Snippet) -> bool:
    return "timeout" in program.expectation(PYTHON).declares


def true_words(program: Snippet, outcome: Outcome) -> str:
    """What its metadata should say: nothing if it runs there, else why it does not.

    Words of the author's own stay if it ran to its end and printed something else.

    Raises:
        ValueError: the trial itself failed, or the author has to find words.
    """
    if is_right(program, outcome):
        return ""
    if outcome.failed:
        raise ValueError(f"the trial failed, which says nothing of the program: {outcome.failed}")
    if outcome.needs:
        return outcome.needs
    if outcome.stuck:
        raise ValueError(f"it waits for ever in a browser: {outcome.stuck}")
    if not program.browser or _RECOGNISED.fullmatch(program.browser):
        raise ValueError(
            "it runs to its end in a browser and prints something else; say in its metadata why, "
            f'such as browser = "prints the class of its event loop"; it printed:\n{outcome.text()}'
        )
    return program.browser


def complaint(program: Snippet, outcome: Outcome) -> str:
    """What is wrong with what it declares; empty if nothing is."""
    try:
        words = true_words(program, outcome)
    except ValueError as error:
        return f"{program.label}: {error}"
    if words == program.browser:
        return ""
    declared = (
        f"declares browser = {_quoted(program.browser)}" if program.browser else "says nothing"
    )
    truth = f"browser = {_quoted(words)} is true" if words else "it runs there"
    return f"{program.label} {declared}, and {truth}: `pytest --update-examples` writes that"


@dataclass(frozen=True)
class Trial:
    """Runs programs as a browser would, each in an interpreter of its own.

    What a program did is kept in the folder `cache` as long as nothing
    changes, but nothing that `complaint` speaks against.
    """

    assets: Assets
    tools: Tools
    cache: Path
    warm: bool = True  # from a snapshot, else each from the very start
    rounds: tuple[int, ...] = ROUNDS

    def outcomes(self, programs: Iterable[Snippet]) -> dict[str, Outcome]:
        """The outcome of each program, by its name.

        Raises:
            OSError: Node cannot be started.
            ProblemError: there can be no snapshot.
            ValueError: the harness failed.
        """
        missing = {one.name: one for one in programs}
        found: dict[str, Outcome] = {}
        for name, program in missing.items():
            if (earlier := _earlier(self._path(program))) and not complaint(program, earlier):
                found[name] = earlier
        missing = {name: one for name, one in missing.items() if name not in found}
        for workers in self.rounds:
            for name, answer in self._answers(list(missing.values()), workers):
                found[name] = _outcome(answer)
                if not complaint(missing[name], found[name]):
                    write_atomically(self._path(missing[name]), json.dumps(answer).encode())
            missing = {name: one for name, one in missing.items() if _again(one, found[name])}
        return found

    def _path(self, program: Snippet) -> Path:
        digest = hashlib.sha256(f"{self.assets.folder} {self.tools} {self.warm}".encode())
        for name in HARNESS:
            digest.update((BROWSER / name).read_bytes())
        digest.update(program.name.encode() + b"\0" + program.source.encode())
        return self.cache / "trials" / f"{digest.hexdigest()}.json"

    def _answers(
        self, programs: Sequence[Snippet], workers: int
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        if not programs:
            return
        folder = str(bundle.one_folder(self.assets, self.cache / "trials"))
        snapshot = bundle.snapshot(self.assets, self.tools, self.cache) if self.warm else None
        with subprocess.Popen(
            [
                *self.tools.node_with_stacks,
                str(BROWSER / "node.mjs"),
                folder,
                *([str(snapshot)] if snapshot else []),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdin and process.stdout and process.stderr
            document = {"workers": workers, "jobs": [_job(one) for one in programs]}
            json.dump(document, process.stdin)
            process.stdin.close()
            missing = {one.name for one in programs}
            try:
                for line in process.stdout:
                    answer = json.loads(line)
                    missing.discard(answer["id"])
                    yield answer.pop("id"), answer
                words = process.stderr.read().strip().splitlines()
            finally:
                process.kill()
            if missing:
                told = words[-1] if words else "no words"
                raise ValueError(f"no answer about {min(missing)}: {told}")


def _again(program: Snippet, outcome: Outcome) -> bool:
    """Whether a busy machine may be the reason why it is not as declared."""
    return bool(complaint(program, outcome)) and (bool(outcome.failed) or not outcome.needs)


def _job(program: Snippet) -> dict[str, Any]:
    """A program for the harness."""
    return {
        "id": program.name,
        "source": program.source,
        "filename": f"{program.slug}.py",
        "names": " ".join(program.trace),
        "seconds": SECONDS / 4 if _never_ends(program) else SECONDS,
    }


def _earlier(path: Path) -> Outcome | None:
    try:
        return _outcome(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _outcome(answer: dict[str, Any]) -> Outcome:
    chunks = [
        Chunk(index, stream, text.encode())
        for index, (stream, _, text) in enumerate(answer["parts"])
    ]
    shown = lines(chunks, 0.0, _ARCHIVES)
    if failed := answer.get("failed"):
        if match := _SIGNALLED.fullmatch(failed):
            return Outcome(shown, signal=int(match[1]) - 128)
        return Outcome(shown, failed=str(failed))
    return Outcome(shown, answer["result"]["returncode"], stuck=answer["result"]["stuck"])


def declared(source: str, words: str) -> str:
    """A program whose metadata has `browser = words`, or no such key; nothing else changes.

    The block, and its table, come and go with the key.
    """
    end = "\r\n" if "\r\n" in source else "\n"
    rows = source.split(end)
    table = "# [tool.executed]"
    block = slice(0, 0)
    if "# /// script" in rows:
        first = rows.index("# /// script")
        block = slice(first, rows.index("# ///", first) + 1)
    inside = rows[block]
    old = next((i for i, row in enumerate(inside) if re.match(r"#\s*browser\s*=", row)), None)
    if words:
        row = f"# browser = {_quoted(words)}"
        if old is not None:
            inside[old] = row
        elif table in inside:
            inside.insert(_end_of_table(inside, inside.index(table) + 1), row)
        elif inside:
            place = _end_of_table(inside, 1)
            inside[place:place] = [table, row]
        else:
            inside = ["# /// script", table, row, "# ///"]
    elif old is not None:
        del inside[old]
        if table in inside:
            place = inside.index(table)
            if _end_of_table(inside, place + 1) == place + 1:
                del inside[place]
        if len(inside) == 2:
            inside = []
    rows[block] = inside
    return end.join(rows)


def _end_of_table(rows: Sequence[str], start: int) -> int:
    """The index of the next header, or of the end of the block."""
    return next(
        i for i in range(start, len(rows)) if rows[i] == "# ///" or rows[i].startswith("# [")
    )


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # as TOML writes it
