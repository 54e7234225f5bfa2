"""Which run when: waiting programs together, computing programs alone."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from executed import runner
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.snippet import Snippet

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# Waiting costs memory only; starting costs a core each.
AT_ONCE = 16 * CORES


@dataclass(frozen=True)
class Request:
    """One snippet, to be run on one interpreter."""

    snippet: Snippet
    interpreter: Interpreter

    @property
    def key(self) -> tuple[str, str]:
        return self.snippet.name, self.interpreter.version


def run_all(requests: Collection[Request], on_done: Callable[[Run], None]) -> list[Run]:
    """Run everything and return in the order of the requests.

    The exclusive ones run first, one after another. Ctrl-C and SIGTERM kill
    every program before they end the build.
    """
    return asyncio.run(_run_all(requests, on_done))


async def _run_all(requests: Collection[Request], on_done: Callable[[Run], None]) -> list[Run]:
    done: dict[tuple[str, str], Run] = {}
    starting = asyncio.Semaphore(CORES)
    running = asyncio.Semaphore(AT_ONCE)

    async def one(request: Request) -> None:
        async with running:
            await starting.acquire()
            result = await runner.run(request.snippet, request.interpreter, starting.release)
        done[request.key] = result
        on_done(result)

    with _ending_by_sigterm():
        for request in _of_lane(requests, "exclusive"):
            await one(request)
        async with asyncio.TaskGroup() as tasks:
            for request in _of_lane(requests, "shared"):
                tasks.create_task(one(request), name=request.snippet.name)
    return [done[request.key] for request in requests]


def _of_lane(requests: Iterable[Request], lane: str) -> list[Request]:
    return [request for request in requests if request.snippet.lane == lane]


@contextlib.contextmanager
def _ending_by_sigterm() -> Iterator[None]:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None

    def end() -> None:
        # As Ctrl-C does: cancel, so that every run kills its program.
        os.kill(os.getpid(), signal.SIGINT)

    try:
        loop.add_signal_handler(signal.SIGTERM, end)
    except (ValueError, NotImplementedError):  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
