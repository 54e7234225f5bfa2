"""Whether what a run shows is the program's own: how long it had to wait for a processor.

The kernel tells how long a process was ready to run and did not (`schedstat`). Where
no system tells, wake-ups that came later than a timer asked for stand for it.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from executed.runner import Run

MOST = 0.010  # seconds of delay of a run that is shown
LEAST = 0.002  # less cannot be had on a machine that does anything else
SLACK = 0.0015  # seconds by which a timer is late on a machine with nothing to do
# What others compute while a program runs alone: errors of a clock that ticks, and the
# share of a processor that the system itself needs.
TICKS, NOISE = 0.05, 0.03
_PRINTED = re.compile(r"(?<![\w.])\d+\.(\d+) ?(s|ms|µs|us|seconds)(?!\w)")
_UNITS = {"s": 1.0, "seconds": 1.0, "ms": 1e-3, "µs": 1e-6, "us": 1e-6}


def limit(run: Run) -> float:
    """Seconds of delay that a reader can hardly see: less than the last digit printed."""
    finest = 1.0
    for line in run.lines:
        for digits, unit in _PRINTED.findall(line.text):
            finest = min(finest, _UNITS[unit] * 10.0 ** -len(digits))
    return min(MOST, max(LEAST, finest * 0.7))


def delay(run: Run) -> float:
    """Seconds for which it waited for others to leave a processor, by the best that is known.

    A program with many threads or processes waits for itself too: one that ran alone
    cannot have been kept waiting for longer than others computed.
    """
    waited = run.delay if run.delay >= 0 else late_wakeups(run.records or "")
    if run.foreign is None or run.foreign > TICKS + NOISE * run.wall:
        return waited
    return min(waited, LEAST)


def busy_seconds() -> float:
    """CPU time that all processes of the machine have used, -1 if no system tells."""
    try:
        fields = Path("/proc/stat").read_text().partition("\n")[0].split()[1:]
    except OSError:
        return -1.0
    user, nice, system, _, _, irq, softirq, steal = map(int, fields[:8])
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def session_seconds(leader: int) -> float:
    """CPU time of all processes of a session, with those that they have waited for."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # After the name in parentheses, which may hold anything.
            fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[3]) == leader:
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def disturbed(run: Run) -> bool:
    """Whether a reader could see that it was not alone on the machine."""
    return delay(run) > limit(run)


def late_wakeups(records: str) -> float:
    """By how much event loops woke up later than their next timer asked for, in sum."""
    late = 0.0
    for row in records.splitlines():
        try:
            found = json.loads(row)
        except ValueError:  # cut off when the program was killed
            continue
        for record in found:
            if record[0] == "poll" and record[6]:
                _, start, end, _, _, timers, _ = record[:7]
                due = timers[0][0] if timers else end
                if start < due:
                    late += max(0.0, end - due - SLACK)
    return late
