"""Jobs beside the event loop in the browser, each on a stack of its own.

Only where the engine can switch stacks (JSPI): Chromium 137, Firefox 153,
Safari 27 and later. Jobs take turns when they sleep; they do not run at the
same time as the loop, so one that computes holds it up.
"""

from __future__ import annotations

import asyncio
import importlib
import threading
from _thread import get_ident
from collections.abc import Callable
from typing import Any

from executed.tracer.recorder import PLACES


class WebStacks:
    """Needs the event loop that Pyodide itself runs on, `web`."""

    def __init__(self, web: Any) -> None:
        self.jobs = 0
        self._web = web
        self._run_sync: Any = importlib.import_module("pyodide.ffi").run_sync
        self._wakers: dict[object, Callable[[], None]] = {}

    def start(self, job: Callable[[], None]) -> None:
        """Run it as soon as another stack pauses."""
        self.jobs += 1

        def begin() -> None:
            asyncio._set_running_loop(None)
            try:
                job()
            finally:
                self.jobs -= 1
                for waker in list(self._wakers.values()):
                    waker()

        self._web.call_soon(begin)

    def pause(self, seconds: float | None, loop: object = None) -> None:
        """Suspend the current stack for so long; that of a loop only until `wake`."""
        future = self._web.create_future()

        def done() -> None:
            if not future.done():
                future.set_result(None)

        if seconds is not None:
            self._web.call_later(max(0.0, seconds), done)
        if loop is not None:
            self._wakers[loop] = done
        running, ident = asyncio._get_running_loop(), get_ident()
        place, thread = PLACES.get(ident), _threads.get(ident)
        try:
            self._run_sync(future)
        finally:
            self._wakers.pop(loop, None)
            asyncio._set_running_loop(running)
            if place is not None:
                PLACES[ident] = place
            if thread is not None:
                _threads[ident] = thread

    def wake(self, loop: object) -> None:
        """Let the stack of this loop go on."""
        if loop in self._wakers:
            self._wakers[loop]()


_threads: dict[int, threading.Thread] = vars(threading)["_active"]
