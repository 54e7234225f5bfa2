"""Executes commands in a clean state, whatever the state of the build is.

    python -E -s -S launcher.py SOCKET

A build may have been started with signals ignored, a mask, limits or an
environment that programs must not inherit; this process puts all that back
once. It is also what a program finds as its parent, so that one that kills
its parent does not kill the build.
"""

from __future__ import annotations

import os
import resource
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Sequence

    from executed.inside.serve import Server, place
else:
    from serve import Server, place  # beside this file

# What a process may have, as on most systems; all else up to the hard limit.
USUAL = {
    resource.RLIMIT_NOFILE: 1024,
    resource.RLIMIT_STACK: 8 * 2**20,
    resource.RLIMIT_CORE: 0,
}


def clean() -> None:
    """Signals, mask and limits as at a login."""
    for number in range(1, signal.NSIG):
        try:
            signal.signal(number, signal.SIG_DFL)
        except (OSError, ValueError):  # not to be changed
            pass
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    os.umask(0o022)
    # Some have two names.
    for kind in {value for name, value in vars(resource).items() if name.startswith("RLIMIT_")}:
        limit(kind, USUAL.get(kind))


def limit(kind: int, usual: int | None) -> None:
    try:
        _, hard = resource.getrlimit(kind)
        if usual is None:
            resource.setrlimit(kind, (hard, hard))
        elif hard == resource.RLIM_INFINITY or hard >= usual:
            resource.setrlimit(kind, (usual, hard))
        else:
            resource.setrlimit(kind, (hard, hard))
            resource.setrlimit(kind, (usual, usual))  # root may
    except (OSError, ValueError):
        pass


def execute(request: tuple[Any, ...], fds: Sequence[int]) -> None:
    """Become the command of a request; descriptor n is that which came as number n."""
    _, command, folder, environment = request
    try:
        os.setsid()
        place(fds)
        os.chdir(folder)
        os.execve(command[0], command, environment)
    except BaseException as error:
        os.write(2, ("%s: %s\n" % (command[0], error)).encode("utf-8", "replace"))
    finally:
        os._exit(127)


if __name__ == "__main__":
    clean()
    execute(*Server(int(sys.argv[1])).serve())
