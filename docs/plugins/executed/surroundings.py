"""What a build finds at its start, and puts right before it starts anything.

What programs inherit is put right in `inside/launcher.py`; this is about the
build itself.
"""

from __future__ import annotations

import os
import signal
import threading


def settle() -> None:
    """The standard descriptors are open, and ended children wait to be asked for.

    A background job may have a closed standard input, whose number the next pipe
    would get; and if SIGCHLD is ignored, nobody learns how a process ended.
    """
    while (fd := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(fd, True)
    os.close(fd)
    in_main = threading.current_thread() is threading.main_thread()
    if in_main and signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
