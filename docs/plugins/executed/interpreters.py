"""The CPythons on this machine, found by findpython and asked what they are."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from findpython.providers import ALL_PROVIDERS
from packaging.version import Version

from executed.files import write_atomically
from executed.snippet import Snippet, minor

SUPPORTED = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15")

_QUESTION = """
import json, platform, sys, sysconfig
print(json.dumps({
    "version": ".".join(map(str, sys.version_info[:3])),
    "build": sys.version,
    "stdlib": sysconfig.get_path("stdlib"),
    "usual": platform.python_implementation() == "CPython"
        and sys.version_info.releaselevel == "final"
        and not sysconfig.get_config_var("Py_GIL_DISABLED"),
}))
"""


@dataclass(frozen=True, order=True)
class Interpreter:
    """One CPython; `version` is exact, such as "3.12.1", `build` unique."""

    version: str
    executable: str
    build: str
    stdlib: str

    @property
    def minor(self) -> str:
        return minor(self.version)


def find(remembered: Path | None = None) -> tuple[Interpreter, ...]:
    """The newest patch release of each supported version, oldest first.

    Asking dozens of executables takes seconds, so the answers are kept in the
    file `remembered`, each valid while its executable does not change.
    """
    names = os.environ.get("EXECUTED_INTERPRETERS")
    paths = names.split(os.pathsep) if names else list(_candidates())
    return _newest(_ask(sorted({os.path.realpath(path) for path in paths}), remembered))


def _candidates() -> Iterator[str]:
    yield getattr(sys, "_base_executable", sys.executable)
    for provider in ALL_PROVIDERS.values():
        if found := provider.create():
            for python in found.find_pythons():
                # A shim is a script that chooses a version by the folder.
                if python.executable.parent.name != "shims":
                    yield str(python.executable)


def _ask(paths: list[str], remembered: Path | None) -> list[Interpreter]:
    known = _read(remembered)
    stamps = {path: _stamp(path) for path in paths}
    unknown = [path for path in paths if known.get(path, {}).get("stamp") != stamps[path]]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for path, answer in zip(unknown, pool.map(_facts, unknown), strict=True):
            known[path] = {"stamp": stamps[path], "facts": answer}
    if remembered and unknown:
        _remember(remembered, known)
    return [Interpreter(**facts) for path in paths if (facts := known[path]["facts"]) is not None]


def _stamp(path: str) -> list[int]:
    try:
        status = os.stat(path)
    except OSError:
        return []
    return [status.st_mtime_ns, status.st_size]


def _facts(path: str) -> dict[str, str] | None:
    try:
        answer = subprocess.run(
            [path, "-I", "-c", _QUESTION],
            capture_output=True,
            timeout=20,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        facts = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None  # broken or not Python: as good as absent
    if not facts.pop("usual"):
        return None
    return asdict(Interpreter(executable=path, **facts))


def _read(remembered: Path | None) -> dict[str, dict[str, Any]]:
    if remembered is None:
        return {}
    try:
        known: dict[str, dict[str, Any]] = json.loads(remembered.read_text("utf-8"))
        return known
    except (OSError, ValueError):
        return {}


def _remember(path: Path, known: dict[str, dict[str, Any]]) -> None:
    with contextlib.suppress(OSError):  # only speed is lost
        write_atomically(path, json.dumps(known).encode())


def _newest(found: Iterable[Interpreter]) -> tuple[Interpreter, ...]:
    best: dict[str, Interpreter] = {}
    for one in sorted(found, key=lambda one: (Version(one.version), one.executable)):
        if one.minor in SUPPORTED:
            best[one.minor] = one
    return tuple(best[version] for version in SUPPORTED if version in best)


def admitted(snippet: Snippet, installed: Iterable[Interpreter]) -> list[Interpreter]:
    """Those that the snippet's `requires-python` admits, oldest first."""
    return [one for one in installed if snippet.admits(one.version)]


def wanted(snippet: Snippet) -> tuple[str, ...]:
    """The supported versions that the snippet admits, installed or not.

    A late patch release stands for its version: ">=3.11.4" admits "3.11".
    """
    return tuple(version for version in SUPPORTED if snippet.admits(f"{version}.99"))


def main() -> None:
    """Print which of the supported versions are missing on this machine."""
    present = {one.minor for one in find()}
    print(*(version for version in SUPPORTED if version not in present))


if __name__ == "__main__":
    main()
