"""Checks of an exercise: the reader's program runs, and functions look at it.

A file of checks defines functions whose names begin with `check_`. Each has
a docstring, one sentence that says what a good program does, and takes an
`Attempt`. What is still missing it says with `assert …, "words"`.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import gc
import io
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from . import loop as loops
from . import program
from .clock import VirtualClock


@dataclass
class Outcome:
    """What came of running something: its value or error, and what it printed.

    `seconds` are those of a clock that jumps: exact, and the same on every machine.
    `rounds` counts how often event loops looked for work.
    """

    value: Any = None
    error: BaseException | None = None
    seconds: float = 0.0
    rounds: int = 0
    output: str = ""
    errors: str = ""

    @property
    def lines(self) -> list[str]:
        """What was printed to stdout, by line."""
        return self.output.splitlines()


@dataclass
class Attempt(Outcome):
    """The reader's program, after it ran from beginning to end.

    `names` is what it defined; `stuck` says which tasks wait for what, if it
    would have waited for ever.
    """

    source: str = ""
    names: dict[str, Any] = field(default_factory=dict)
    stuck: str = ""
    clock: VirtualClock = field(default_factory=VirtualClock)

    def uses(self, *names: str) -> bool:
        """Whether one of these names occurs in the program, alone or after a dot."""
        found = {
            node.id if isinstance(node, ast.Name) else node.attr
            for node in ast.walk(ast.parse(self.source))
            if isinstance(node, ast.Name | ast.Attribute)
        }
        return not found.isdisjoint(names)

    def defined(self, name: str) -> Any:
        """What the program calls by this name; a missing one is told to the reader."""
        if name not in self.names and (self.stuck or self.error):
            raise NameError(name)  # it did not get there; why, is told to the reader
        assert self.names.get(name) is not None, f"The program no longer defines {name!r}."
        return self.names[name]

    def run(self, make: Callable[[], Awaitable[Any]], limit: float = 3600) -> Outcome:
        """Call `make` on a new event loop and wait for what it returns."""

        async def guarded() -> Any:
            async with asyncio.timeout(limit):
                return await make()

        return _watched(self.clock, lambda: asyncio.run(guarded()))


@dataclass(frozen=True)
class Verdict:
    """One check: what a good program does, and what is missing if this one does not."""

    wanted: str
    missing: str = ""

    @property
    def passed(self) -> bool:
        return not self.missing


def check(source: str, checks: str, filename: str = "program.py") -> list[Verdict]:
    """Run the program and look at it; one verdict for each check."""
    clock = VirtualClock()
    with _installed(clock):
        attempt = _attempt(source, filename, clock)
        module: dict[str, Any] = {"__name__": "checks"}
        exec(compile(checks, "checks.py", "exec", dont_inherit=True), module)
        tests = [value for name, value in module.items() if name.startswith("check_")]
        verdicts = [_judge(test, attempt) for test in tests]
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            program.forget(program.Ending(names=attempt.names))
    return verdicts


@contextlib.contextmanager
def _installed(clock: VirtualClock) -> Iterator[None]:
    main, argv = sys.modules["__main__"], sys.argv
    undo = [clock.install(), loops.install(clock)]
    try:
        yield
    finally:
        for function in undo:
            function()
        sys.modules["__main__"], sys.argv = main, argv


def _attempt(source: str, filename: str, clock: VirtualClock) -> Attempt:
    ran = _watched(clock, lambda: program.run(source, filename))
    stuck = str(ran.error) if isinstance(ran.error, loops.Deadlock) else ""
    ending = ran.value or program.Ending(error=ran.error)
    return Attempt(
        error=ending.error,
        seconds=ran.seconds,
        rounds=ran.rounds,
        output=ran.output,
        errors=ran.errors,
        source=source,
        names=ending.names,
        stuck=stuck,
        clock=clock,
    )


def _watched(clock: VirtualClock, act: Callable[[], Any]) -> Outcome:
    began, rounds = clock.moment, loops.Loop.rounds
    outcome = Outcome()
    with (
        contextlib.redirect_stdout(io.StringIO()) as output,
        contextlib.redirect_stderr(io.StringIO()) as errors,
    ):
        try:
            outcome.value = act()
        except (Exception, asyncio.CancelledError, loops.Deadlock) as error:
            outcome.error = error
        gc.collect()  # what nobody keeps may complain now
    outcome.rounds = loops.Loop.rounds - rounds
    outcome.seconds = round(clock.moment - began, 6)
    outcome.output, outcome.errors = output.getvalue(), errors.getvalue()
    return outcome


def _judge(test: Callable[[Attempt], None], attempt: Attempt) -> Verdict:
    wanted = (test.__doc__ or test.__name__).strip()
    if isinstance(attempt.error, SyntaxError):
        return Verdict(wanted, f"Python cannot read the program: {attempt.error}")
    try:
        test(attempt)
    except AssertionError as error:
        return Verdict(wanted, str(error) or "Not yet.")
    except (Exception, asyncio.CancelledError, loops.Deadlock) as error:
        return Verdict(wanted, _words(error, attempt))
    return Verdict(wanted)


def _words(error: BaseException, attempt: Attempt) -> str:
    if attempt.stuck:
        return f"The program would wait for ever: {attempt.stuck}"
    shown = attempt.error if isinstance(attempt.error, Exception) else error
    told = "".join(traceback.format_exception_only(type(shown), shown)).strip()
    return f"It ended with {told}"
