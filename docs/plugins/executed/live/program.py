"""Runs the text of a program as `python file.py` would."""

from __future__ import annotations

import atexit
import gc
import linecache
import os
import sys
import traceback
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from .loop import Deadlock


class Exit(BaseException):
    """`os._exit`: ends the program at once, without any clean-up."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Ending:
    """How a program ended; `names` is what it defined, until it is forgotten."""

    returncode: int = 0
    error: BaseException | None = None
    names: dict[str, Any] = field(default_factory=dict)


def run(source: str, filename: str = "program.py", names: Mapping[str, Any] = {}) -> Ending:
    """Run it as `__main__`; what it raises is printed to stderr as Python does.

    `names` are put into the module before. Nothing is raised but `Deadlock`,
    which CPython does not have.
    """
    main = types.ModuleType("__main__")
    main.__dict__.update(names, __file__=filename, __builtins__=__builtins__)
    sys.modules["__main__"] = main
    sys.argv = [filename]
    linecache.cache[filename] = len(source), None, source.splitlines(True), filename
    for module in list(sys.modules.values()):  # whose files may be in an archive
        if isinstance(module, types.ModuleType):
            file = getattr(module, "__file__", None) or ""
            linecache.lazycache(file.replace(".pyc", ".py"), vars(module))
    os._exit = _exit  # type: ignore[assignment]
    ending = Ending(names=main.__dict__)
    try:
        exec(compile(source, filename, "exec", dont_inherit=True), main.__dict__)
    except SystemExit as error:
        ending.error = error
        ending.returncode = _code_of(error)
    except Exit as error:
        ending.error, ending.returncode = error, error.code
    except Deadlock:
        raise
    except BaseException as error:
        ending.error, ending.returncode = error, 1
        _show(error)
    return ending


# Objects that die while no code runs complain from here.
_NOWHERE = ("<sys>", 0) if sys.version_info >= (3, 14) else ("sys", 1)
_DIE = compile("list(map(kill, doomed)); collect()", _NOWHERE[0], "exec").replace(
    co_firstlineno=_NOWHERE[1]
)


def _die(kill: Callable[[Any], object], doomed: list[Any]) -> None:
    # As at the end of Python, nobody is advised to enable tracemalloc.
    modules: Any = sys.modules
    before = modules.get("tracemalloc")
    if before is None or not before.is_tracing():
        modules["tracemalloc"] = None
    try:
        exec(_DIE, {"kill": kill, "doomed": doomed, "collect": gc.collect})
    finally:
        modules["tracemalloc"] = before


def forget(ending: Ending) -> None:
    """What Python does at the end: handlers run, objects die and may complain."""
    if not isinstance(ending.error, Exit):
        atexit._run_exitfuncs()
    frames = []
    if ending.error is not None:
        frames = [frame for frame, _ in traceback.walk_tb(ending.error.__traceback__)]
        ending.error.__traceback__ = None
    names = [name for name in ending.names if name != "__builtins__"]
    _die(types.FrameType.clear, frames)
    _die(ending.names.pop, names)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def _code_of(error: SystemExit) -> int:
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    print(error.code, file=sys.stderr)
    return 1


def _show(error: BaseException) -> None:
    """The traceback of the program, without our frame."""
    link = error.__traceback__
    while link is not None and link.tb_frame.f_globals.get("__name__") == __name__:
        link = link.tb_next
    traceback.print_exception(type(error), error, link)


def _exit(code: int) -> NoReturn:
    raise Exit(code)
