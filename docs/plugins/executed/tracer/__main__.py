"""Runs a program and writes its records, one JSON array a line.

    python -m executed.tracer program.py [arguments]

They go to the file that TRACE_FILE names, or else to stderr.
"""

from __future__ import annotations

import asyncio  # noqa: F401  # loaded, to be watched
import concurrent.futures.thread  # noqa: F401
import json
import os
import runpy
import sys

from . import install


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path = sys.argv[1]
    target = os.environ.get("TRACE_FILE")
    out = open(target, "wb") if target else sys.stderr.buffer

    def send(data: bytes) -> None:
        for record in json.loads(data.decode()):
            out.write(json.dumps(record).encode() + b"\n")
        out.flush()

    del sys.argv[0]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    install(path, send)
    runpy.run_path(path, run_name="__main__")


if __name__ == "__main__":
    main()
