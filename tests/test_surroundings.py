"""A build comes out the same wherever it is started: in a background job, by cron, at home."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from small_site import Site

PROGRAM = """\
# /// script
# requires-python = ">=3.8"
# ///
import os
import resource
import signal
import sys
import time

python_sets = {signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ}
assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
for number in signal.valid_signals() - python_sets:
    assert signal.getsignal(number) in (signal.SIG_DFL, None), number
assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])
assert os.umask(0o022) == 0o022
assert time.tzname == ("UTC", "UTC") and os.environ["LANG"] == "C.UTF-8"
assert sys.stdin.read() == "" and not sys.stdout.isatty()
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
assert soft == min(1024, hard)
assert os.access(os.environ["HOME"], os.W_OK)
assert not {"EDITOR", "PYTHONWARNINGS"} & set(os.environ)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)
except KeyboardInterrupt:
    print("stopped by Ctrl-C, naïvely — 日本")
"""
SHELL = ["sh", "-c"]
MASK = (
    "import os, signal, sys\n"
    "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1, signal.SIGTERM, signal.SIGALRM})\n"
    "os.execvp(sys.argv[1], sys.argv[1:])\n"
)
# name -> what stands before the command, and what is in the environment
STATES: dict[str, tuple[list[str], dict[str, str]]] = {
    "as it is": ([], {}),
    "SIGINT ignored": ([*SHELL, "trap '' INT QUIT; exec \"$@\"", "sh"], {}),
    "SIGCHLD ignored": ([*SHELL, "trap '' CHLD; exec \"$@\"", "sh"], {}),
    "all that can be ignored": ([*SHELL, "trap '' HUP INT QUIT PIPE USR1 USR2 CHLD TSTP; exec \"$@\"", "sh"], {}),
    "a blocked mask": ([sys.executable, "-c", MASK], {}),
    "closed standard input": ([*SHELL, 'exec "$@" <&-', "sh"], {}),
    "in the background of a script": ([*SHELL, '"$@" & wait $!', "sh"], {}),
    "no terminal": (["setsid", "--wait"], {"TERM": ""}),
    "LANG=C": ([], {"LANG": "C", "LC_ALL": "C"}),
    "another time zone": ([], {"TZ": "Pacific/Auckland"}),
    "another umask": ([*SHELL, 'umask 077; exec "$@"', "sh"], {}),
    "few open files": ([*SHELL, 'ulimit -n 96; exec "$@"', "sh"], {}),
    "a home that cannot be written": ([], {"HOME": "/proc", "XDG_CACHE_HOME": "/proc"}),
    "settings for Python": ([], {"PYTHONWARNINGS": "error", "PYTHONHASHSEED": "7", "EDITOR": "vi"}),
}  # fmt: skip


def build(site: Site, before: list[str], extra: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, *site.command("build", "--strict")],
        cwd=site.folder,
        env=site.environment(**extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=240,
    )


@pytest.mark.parametrize(("before", "extra"), STATES.values(), ids=STATES)
def test_a_build_is_the_same(tmp_path: Path, before: list[str], extra: dict[str, str]) -> None:
    site = Site(tmp_path / "a folder für alles")
    site.write("docs/index.md", "# Site\n")
    names = [f"probe{n}" for n in range(24)]  # more at once than a few files allow
    for name in names:
        site.example(name, PROGRAM)
        site.write(f"snippets/{name}.out", "stopped by Ctrl-C, naïvely — 日本\n")
    done = build(site, before, extra)
    assert done.returncode == 0, done.stdout
    assert all("naïvely" in site.page(name) for name in names)


def test_a_cache_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("docs/index.md", "# Site\n")
    site.example("probe", "print('fine')\n")
    site.write("snippets/probe.out", "fine\n")
    site.write(".cache", "a file where the folder should be")
    done = site.build()
    assert done.status == 0
    assert done.said.count("cannot be written") == 1
    assert "fine" in site.page("probe")


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[1]", b'{"a 3.11": 1}', b'{"probe.py 3.11": ["x", 1]}']
)
def test_a_damaged_memory_of_what_programs_took_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    site = Site(tmp_path)
    site.write("docs/index.md", "# Site\n")
    site.example("probe", "print('fine')\n")
    site.write("snippets/probe.out", "fine\n")
    memory = site.write(".cache/executed/measured.json", damage)
    assert site.build("--strict").status == 0
    assert list(json.loads(memory.read_text())) == [f"probe.py 3.{sys.version_info[1]}"]
