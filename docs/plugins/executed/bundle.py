"""All that the reader's browser loads: the packages' files, and our own.

Our own are the scripts of the panel, and the Python package that runs,
watches and draws a program there, compiled ahead by Pyodide.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from executed import assets
from executed.assets import BROWSER, PACKAGE, Asset, Assets, Tools
from executed.problems import Problem, ProblemError

SCRIPTS = (
    "copy.js",
    "link.js",
    "live.css",
    "panel.js",
    "playground.js",
    "python.mjs",
    "worker.mjs",
    "workers.js",
)
PACKED = "executed.zip"
SIZES = "assets.json"
DIGEST = 32  # bytes in front of a snapshot
_PYTHON = ("__init__.py", *assets.RUNS_THERE)


def get(cache: Path, tell: Callable[[str], None]) -> Assets:
    """Every file of the versioned folder, from the folder `cache` if it is there.

    Raises:
        ProblemError: something cannot be fetched or built.
    """
    cache = cache.resolve()  # Node is started in another folder
    fetched = assets.get(cache, tell)
    sources = _sources()
    home = _home(cache, fetched, sources)
    if not (home / SIZES).exists():
        try:
            _make(home, fetched, sources)
        except OSError as error:
            raise ProblemError(_unkept(error)) from error
    return _together(fetched, home)


def kept(cache: Path) -> Assets | None:
    """The same if all is there, without fetching or building anything."""
    cache = cache.resolve()
    fetched = assets.kept(cache)
    if fetched is None:
        return None
    home = _home(cache, fetched, _sources())
    return _together(fetched, home) if (home / SIZES).exists() else None


def _home(cache: Path, fetched: Assets, sources: dict[str, str]) -> Path:
    return cache / "browser" / f"ours-{_key(fetched, sources)}"


def _together(fetched: Assets, home: Path) -> Assets:
    ours = tuple(assets.measured(path) for path in sorted(home.iterdir()))
    return Assets(fetched.version, fetched.files + ours)


def _sources() -> dict[str, str]:
    """Our Python modules for the browser, by their names in the archive."""
    paths = {path for pattern in _PYTHON for path in PACKAGE.glob(pattern)}
    return {
        path.relative_to(PACKAGE.parent).as_posix(): path.read_text("utf-8")
        for path in sorted(paths)
    }


def _key(fetched: Assets, sources: dict[str, str]) -> str:
    digest = hashlib.sha256(fetched.folder.encode())
    digest.update(json.dumps(sources, sort_keys=True).encode())
    for name in (*SCRIPTS, "pack.mjs"):
        digest.update(name.encode() + (BROWSER / name).read_bytes())
    return digest.hexdigest()[:16]


def _make(home: Path, fetched: Assets, sources: dict[str, str]) -> None:
    """Build in a folder beside `home`, which then becomes `home`."""
    tools = assets.find_tools()
    if tools is None:
        raise ProblemError(assets.no_tools())
    with tempfile.TemporaryDirectory(prefix="part-", dir=home.parent) as part:
        out = Path(part, "out")
        out.mkdir()
        for name in SCRIPTS:
            shutil.copyfile(BROWSER / name, out / name)
        command = (tools.node, str(BROWSER / "pack.mjs"), str(fetched.home), str(out / PACKED))
        assets.step(command, Path(part), json.dumps(sources))
        sizes = {"wasm": next(one.size for one in fetched.files if one.name.endswith(".wasm"))}
        (out / SIZES).write_text(json.dumps(sizes) + "\n", "utf-8")
        if not home.exists():  # another build may have been faster
            out.rename(home)


def snapshot(found: Assets, tools: Tools, cache: Path) -> Path:
    """Python's memory once it has started, to start from; made anew if it is damaged.

    Raises:
        ProblemError: it cannot be made, or not be kept.
    """
    node = tools.node_with_stacks  # the memory knows whether there are stacks
    key = hashlib.sha256(" ".join((found.folder, *node)).encode()).hexdigest()[:16]
    path = cache.resolve() / "browser" / f"snapshot-{key}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _is_whole(path):
            with tempfile.TemporaryDirectory(prefix="part-", dir=path.parent) as part:
                made = Path(part, "snapshot")
                whole = one_folder(found, Path(part))
                script = str(BROWSER / "snapshot.mjs")
                assets.step((*node, script, str(whole), str(made)), Path(part))
                content = made.read_bytes()
                made.write_bytes(hashlib.sha256(content).digest() + content)
                made.replace(path)
    except OSError as error:
        raise ProblemError(_unkept(error)) from error
    return path


def _is_whole(path: Path) -> bool:
    """Whether its digest, which stands in front, is right."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return False
    return content[:DIGEST] == hashlib.sha256(content[DIGEST:]).digest()


def _unkept(error: OSError) -> Problem:
    return Problem(
        f"what the Run buttons need cannot be kept ({error})",
        "a cache folder that can be written to",
        "make room, or choose another folder: `cache` below `executed` in mkdocs.yml",
        snippet="docs/plugins/executed/browser",
    )


def one_folder(found: Assets, folder: Path) -> Path:
    """All files in one folder, as on the site; for programs that expect them there."""
    target = folder / found.folder
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="part-", dir=target.parent) as part:
            whole = Path(part, "whole")
            whole.mkdir()
            for file in found.files:
                (whole / file.name).symlink_to(file.path.resolve())
            if not target.exists():
                whole.rename(target)
    return target


__all__ = ["Asset", "Assets", "get", "one_folder", "snapshot"]
