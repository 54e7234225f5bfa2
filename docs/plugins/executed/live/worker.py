"""What the worker calls, in Pyodide; elsewhere only for tests."""

from __future__ import annotations

import asyncio
import importlib
import json
import pathlib
import socket
from dataclasses import asdict
from typing import Any

from . import checking
from .loop import Loop
from .session import Session
from .stacks import WebStacks

_web: Any = None  # the loop that Pyodide runs on


def prepare() -> None:
    """Give back what Pyodide takes from asyncio: its runner, its loop, its policy."""
    global _web
    web = importlib.import_module("pyodide.webloop")
    events: Any = asyncio.events

    class Policy(events._BaseDefaultEventLoopPolicy):  # type: ignore[misc]
        _loop_factory = Loop

    asyncio.run = web._orig_run
    for name in ("EventLoop", "SelectorEventLoop"):
        setattr(asyncio, name, Loop)
    _socket: Any = socket.socket
    _socket.__init__ = _no_socket
    _web = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    events._set_event_loop_policy(Policy())


def _no_socket(*args: Any, **kwargs: Any) -> None:
    raise OSError("a socket does not exist in the browser")


def run(host: Any, source: str, filename: str, virtual: bool, names: str) -> str:
    """Run a program; its report as JSON."""
    pathlib.Path(filename).write_text(source, "utf-8")  # it may read itself
    stacks = None
    if _web is not None and importlib.import_module("pyodide.ffi").can_run_sync():
        stacks = WebStacks(_web)
    report = Session(host, virtual, stacks).run(source, filename, names.split())
    return json.dumps(asdict(report))


def check(source: str, checks: str, filename: str) -> str:
    """Look at a program; JSON of verdicts, each with `wanted` and `missing`."""
    return json.dumps([asdict(one) for one in checking.check(source, checks, filename)])
