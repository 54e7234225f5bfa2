"""Looks at a program with a file of checks, and says what is missing.

    python -m executed.live checks.py program.py

Ends with 0 if nothing is, else with 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .checking import check


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    checks, program = map(Path, sys.argv[1:])
    verdicts = check(program.read_text("utf-8"), checks.read_text("utf-8"), program.name)
    for one in verdicts:
        print("✓" if one.passed else "✗", one.wanted)
        if not one.passed:
            print("   ", one.missing)
    return 0 if verdicts and all(one.passed for one in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
