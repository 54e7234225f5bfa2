"""Child processes: of `subprocess`, asyncio and `multiprocessing`."""

from __future__ import annotations

import os
import sys

from .hooks import before
from .naming import NAMED, call_label, calling_line
from .recorder import REC, current, monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def watch_processes() -> None:
    """Those that the modules start that are loaded."""
    module: Any = sys.modules.get("subprocess")
    if module is not None and hasattr(module.Popen, "_handle_exitstatus"):
        before(module.Popen, "_get_handles", process_begins)
        before(module.Popen, "_handle_exitstatus", process_ended)
    transports: Any = sys.modules.get("asyncio.base_subprocess")
    if transports is not None:
        before(transports.BaseSubprocessTransport, "_process_exited", transport_ended)
    multi: Any = sys.modules.get("multiprocessing.process")
    if multi is not None:
        before(multi.BaseProcess, "start", multi_begins)
        before(multi.BaseProcess, "join", None, multi_ended)
        before(multi.BaseProcess, "close", multi_ended)


def process_begins(process: Any, *args: Any) -> None:
    command = process.args
    words = [command] if isinstance(command, (str, bytes)) else list(command)
    label = " ".join(os.path.basename(os.fsdecode(word)) for word in words[:2])
    lane = REC.lane(monotonic(), "process", label[:NAMED], current(), calling_line())
    process._executed_lane = lane


def process_ended(process: Any, *args: Any) -> None:
    lane = process.__dict__.pop("_executed_lane", -1) if process is not None else -1
    if lane >= 0:
        REC.always(["end", monotonic(), lane, "ended", ""])


def transport_ended(transport: Any, *args: Any) -> None:
    process_ended(transport._proc)


def multi_begins(process: Any) -> None:
    target = getattr(process, "_target", None)
    label = process.name if target is None else call_label(target, process._args)
    if label.startswith("_process_worker"):
        label = "a worker of the pool"
    lane = REC.lane(monotonic(), "process", label[:NAMED], current(), calling_line())
    process._executed_lane = lane


def multi_ended(process: Any, *args: Any) -> None:
    if process._popen is None or process._popen.returncode is not None:
        process_ended(process)
