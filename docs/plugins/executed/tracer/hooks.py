"""Functions of the library that tell us when they are called."""

from __future__ import annotations

from .recorder import REC, failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any, Callable

HIDDEN: set[CodeType] = set()  # functions of ours that tracebacks do not show


def before(
    owner: Any,
    name: str,
    act: Callable[..., object] | None,
    after: Callable[..., object] | None = None,
) -> None:
    """Call `act` before a method, and `after` after it, with the same arguments."""
    method = getattr(owner, name)

    def called(self: Any, *args: Any, **kwargs: Any) -> Any:
        if act:
            observe(act, self, *args)
        result = method(self, *args, **kwargs)
        if after:
            observe(after, self, *args)
        return result

    replace(owner, name, called)


def replace(owner: Any, name: str, ours: Any) -> None:
    """Put a function of ours in the place of a method, under its name."""
    method = getattr(owner, name)
    for attribute in ("__name__", "__qualname__", "__module__", "__doc__"):
        setattr(ours, attribute, getattr(method, attribute))
    HIDDEN.add(ours.__code__)
    setattr(owner, name, ours)


def observe(act: Callable[..., object], *args: Any) -> None:
    """Call it, unless nothing is watched; what it raises ends the watching."""
    if REC.on:
        try:
            act(*args)
        except Exception:
            failed()


def without_ours(hook: Callable[..., Any]) -> Callable[..., Any]:
    """An except hook that does not show our frames."""

    def excepthook(*args: Any) -> Any:
        link = args[2] if len(args) == 3 else args[0].exc_traceback
        while link is not None and link.tb_next is not None:
            if link.tb_next.tb_frame.f_code in HIDDEN:
                link.tb_next = link.tb_next.tb_next
            else:
                link = link.tb_next
        return hook(*args)

    return excepthook
