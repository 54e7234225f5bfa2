"""Looks at a program with a file of checks, and says what is missing.

    python -m executed.live [--json] checks.py program.py

Ends with 0 if nothing is, else with 1.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from .checking import check


def main() -> int:
    names = [name for name in sys.argv[1:] if name != "--json"]
    if len(names) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    checks, program = map(Path, names)
    verdicts = check(program.read_text("utf-8"), checks.read_text("utf-8"), program.name)
    if "--json" in sys.argv:
        print(json.dumps([asdict(one) | {"passed": one.passed} for one in verdicts]))
        return 0
    for one in verdicts:
        print("✓" if one.passed else "✗", one.wanted)
        if not one.passed:
            print("   ", one.missing)
    return 0 if verdicts and all(one.passed for one in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
