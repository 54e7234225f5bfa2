# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# browser = "needs the module resource"
# ///
import os
import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


BUSY = """
from time import process_time
while process_time() < 0.1:
    pass
"""
if hasattr(os, "sched_setaffinity"):  # both on one core
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
clerk = subprocess.Popen([sys.executable, "-ISc", BUSY])
while clerk.poll() is None:
    pass  # this process is busy too
interrupted = getrusage(RUSAGE_CHILDREN).ru_nivcsw
verdict("C048", a_busy_one_is_never_interrupted=interrupted == 0)
