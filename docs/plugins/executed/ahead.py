"""Runs while pages are rendered, in a thread of their own.

Only those of which no page shows the times: what else goes on does not matter to them.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from queue import SimpleQueue

from executed import scheduler
from executed.history import History
from executed.runner import Run
from executed.scheduler import Request

log = logging.getLogger(f"mkdocs.plugins.{__name__.partition('.')[0]}")


class Ahead:
    """Runs these requests from `start` on.

    The thread ends with the process, and its programs with it: their servers
    notice that nobody holds the other end of their sockets.
    """

    def __init__(self, requests: Sequence[Request], history: History) -> None:
        self.requests = requests
        self.history = history
        self._done: SimpleQueue[Run | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ahead", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _run(self) -> None:
        try:
            scheduler.run_all(self.requests, self._done.put, history=self.history)
        except Exception as error:  # they run again later, where the error is told
            log.debug(f"nothing could be run ahead: {error!r}")
        finally:
            self._done.put(None)

    def results(self) -> Iterator[Run]:
        """Each run when it is done; fewer than were asked for if something went wrong."""
        while (run := self._done.get()) is not None:
            yield run
        self._thread.join()
