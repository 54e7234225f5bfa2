"""What a reader sees: the names of things, and lines of the program."""

from __future__ import annotations

import os
import sys
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

NAMED = 40  # characters that a record holds of a name
SCALARS = (str, int, float, bool, bytes, type(None))


class Program:
    """The file of the program, among all files whose code runs."""

    def __init__(self) -> None:
        self.path = self.folder = ""
        self.known: dict[str, bool] = {}

    def starts(self, path: str) -> None:
        self.path, self.folder = os.path.realpath(path), os.getcwd()

    def owns(self, filename: str) -> bool:
        """Whether code of this file is the program's own."""
        known = self.known.get(filename)
        if known is None:
            known = os.path.realpath(os.path.join(self.folder, filename)) == self.path
            self.known[filename] = known
        return known


PROGRAM = Program()
is_program = PROGRAM.owns


def calling_line() -> int:
    """The innermost line of the program on this thread's stack, or 0."""
    frame: FrameType | None = sys._getframe()  # its callers may be none at all
    for _ in range(26):
        if frame is None:
            break
        if is_program(frame.f_code.co_filename):
            return frame.f_lineno or 0
        frame = frame.f_back
    return 0


def own_locals(frame: FrameType) -> dict[str, Any]:
    """The locals of a paused function; leaves no reference behind."""
    found = frame.f_locals
    names = dict(found)
    # Until 3.12 the frame keeps this snapshot, and with it all that is in it.
    # More references than its own, `found` and the call's: the program's too.
    snapshot = sys.version_info < (3, 13) and frame.f_code.co_flags & 1
    if snapshot and sys.getrefcount(found) <= 3:
        found.clear()
    return names


def some_locals(frame: FrameType, *names: str) -> list[Any]:
    """A few locals of a paused function, None for those that it has not."""
    found = frame.f_locals
    values = [found.get(name) for name in names]
    snapshot = sys.version_info < (3, 13) and frame.f_code.co_flags & 1
    if snapshot and sys.getrefcount(found) <= 3:
        found.clear()
    return values


def show(value: Any, limit: int = NAMED) -> str:
    """A scalar as text; other values as the name of their type."""
    kind = type(value)
    if kind not in SCALARS or (kind is int and value.bit_length() > 4096):
        return kind.__name__  # int: Python refuses to print so many digits
    if kind in (str, bytes):
        value = value[: 4 * limit]  # no need to quote megabytes
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def error_text(error: BaseException) -> str:
    """`ValueError: no`: its type, and its only argument."""
    shown = ""
    if len(error.args) == 1:
        value = error.args[0]
        shown = value if type(value) is str else show(value)
    name = type(error).__name__
    return "%s: %s" % (name, shown[:60]) if shown else name


def label_of(code: CodeType, name: str, values: dict[str, Any]) -> str:
    """`serve('Amir')`: the arguments that are plain values."""
    count = code.co_argcount + code.co_kwonlyargcount
    shown = [
        show(values[key], 20)
        for key in code.co_varnames[:count]
        if values.get(key) is not None and type(values[key]) in SCALARS
    ]
    return "%s(%s)" % (name.rpartition("<locals>.")[2], ", ".join(shown[:3]))


def is_internal(function: Any) -> bool:
    """Whether a method of asyncio itself, no business of the program."""
    code = getattr(function, "cr_code", None) or getattr(function, "__code__", None)
    name = getattr(function, "__qualname__", "")
    folder = os.path.dirname(code.co_filename).replace(os.sep, "/") if code else ""
    return "." in name and folder.endswith(("/asyncio", "/executed/live"))


def is_helper(thread: Any) -> bool:
    """Whether a thread that the standard library keeps for itself."""
    target = getattr(thread, "_target", None)
    code = getattr(target or type(thread).run, "__code__", None)
    folder = os.path.basename(os.path.dirname(code.co_filename)) if code else ""
    return folder in ("asyncio", "futures", "multiprocessing")


def coroutine_label(coro: Any) -> str:
    """The name of what a task runs, with its arguments unless it has begun."""
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    if frame is None:
        return "%s()" % name.rpartition("<locals>.")[2]
    return label_of(frame.f_code, name, own_locals(frame))


def unwrapped(function: Any, args: Any = ()) -> tuple[Any, Any]:
    """What a callback really calls: through partial and Context.run."""
    for _ in range(6):
        if isinstance(function, partial):
            function, args = function.func, function.args + tuple(args)
        elif getattr(function, "__name__", "") == "run" and args and callable(args[0]):
            function, args = args[0], tuple(args[1:])
        else:
            break
    return function, args


def call_label(function: Any, args: Any = ()) -> str:
    function, args = unwrapped(function, args)
    name = getattr(function, "__qualname__", None)
    if type(name) is not str:  # an object that has an answer to every name
        name = type(function).__name__
    shown = [show(value, 20) for value in args if type(value) in SCALARS]
    label = "%s(%s)" % (name.rpartition("<locals>.")[2], ", ".join(shown[:3]))
    return label[:NAMED]


_LIBRARY: dict[CodeType, tuple[str, int]] = {}


def callback_label(function: Any, args: Any = ()) -> tuple[str, int]:
    """Label and line of a callback; without arguments if it is not the program's."""
    code = getattr(function, "__code__", None)
    known = _LIBRARY.get(code) if code is not None else None
    if known is None:
        line = line_of(function)
        known = call_label(function, args if line or code is None else ()), line
        if code is not None and not line:
            _LIBRARY[code] = known
    return known


def line_of(function: Any) -> int:
    """Where the program defines it, 0 if it does not."""
    code = getattr(unwrapped(function)[0], "__code__", None)
    return code.co_firstlineno if code and is_program(code.co_filename) else 0
