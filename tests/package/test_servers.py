"""A warm program is what `python file.py` is, and a server harms nobody but itself."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from conftest import absent
from executed import runner, scheduler, servers, snippet
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.scheduler import Request
from executed.servers import Servers
from executed.snippet import Snippet

pytestmark = pytest.mark.skipif(
    not servers.available(), reason="this system has no /proc: programs start cold"
)
Write = Callable[..., Snippet]
HEAD = '# /// script\n# requires-python = ">=3.8"\n# ///\n'


@pytest.fixture
def program(tmp_path: Path) -> Write:
    def write(source: str, name: str = "program.py") -> Snippet:
        (tmp_path / name).write_text(HEAD + textwrap.dedent(source))
        return snippet.load(tmp_path, name)

    return write


def run_in(
    running: Servers, one: Snippet, python: Interpreter, *, watched: bool = True
) -> asyncio.Task[Run]:
    return asyncio.ensure_future(runner.run(one, python, starter=running, watched=watched))


def both(one: Snippet, python: Interpreter, *, watched: bool = True) -> tuple[Run, Run]:
    """The same program warm and cold."""

    async def main() -> tuple[Run, Run]:
        async with Servers() as warm, Servers(warms=False) as cold:
            await warm.prepare([runner.warmth(one, python, watched=watched)] * 2, 1)
            return (
                await run_in(warm, one, python, watched=watched),
                await run_in(cold, one, python, watched=watched),
            )

    warm, cold = asyncio.run(main())
    assert (warm.warm, cold.warm) == (True, False), "no server could be made"
    return warm, cold


def texts(run: Run) -> list[str]:
    return [line.text for line in run.lines]


# name -> what a program can see of the process that it is
VISIBLE = {
    "its module": """
        names = dict(globals())
        names["__loader__"] = type(names["__loader__"])
        print({k: repr(v) for k, v in names.items() if k not in ("__builtins__", "__file__")})
        print(__file__.rpartition("/")[2], __builtins__)
        """,
    "its command line": """
        import sys
        print(sys.argv, getattr(sys, "orig_argv", [])[1:], sys.flags, sys.warnoptions)
        print(open("/proc/self/cmdline").read().rstrip("\\0").split("\\0")[1:])
        """,
    "its path": """
        import os, sys
        print(sys.path[0] == os.getcwd() == os.path.dirname(os.path.abspath(__file__)))
        print([p for p in sys.path if "site-packages" in p], len(sys.path), sys.prefix != sys.base_prefix)
        """,
    "loaded modules": """
        import sys
        print(sorted(sys.modules))
        import asyncio, multiprocessing
        print(sorted(sys.modules))
        """,
    "its process": """
        import os, threading
        print(os.getpid() == os.getpgid(0) == os.getsid(0), os.getppid() > 1)
        print(threading.current_thread().name, threading.active_count(), threading.main_thread().is_alive())
        """,
    "signals": """
        import signal
        print([(n, signal.getsignal(n)) for n in sorted(signal.valid_signals())])
        print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
        """,
    "its streams": """
        import sys
        for s in (sys.stdin, sys.stdout, sys.stderr):
            print(s.name, s.mode, s.encoding, s.errors, s.line_buffering, s.fileno(), s.isatty())
        print(repr(sys.stdin.read()), open(__file__).fileno())
        """,
    "its environment": """
        import os
        print(sorted(set(os.environ.items()) - {(k, os.environ[k]) for k in ("HOME", "TMPDIR", "EXECUTED_RUN")}))
        print(os.environ["HOME"] == os.getcwd() == os.environ["TMPDIR"], os.listdir(), oct(os.umask(0)))
        """,
    "limits": """
        import resource
        print([resource.getrlimit(getattr(resource, n)) for n in sorted(dir(resource)) if n.startswith("RLIMIT_")])
        """,
    "hashes": 'print(hash("x"), list({"a", "b", "c", "d", "e"}))',
    "stacks": """
        import asyncio, sys, traceback
        async def deep():
            print(len(traceback.extract_stack()), sys._getframe(0).f_back is None)
            1 / 0
        print(len(traceback.extract_stack()), sys._getframe().f_back)
        asyncio.run(deep())
        """,
    "the collector": """
        import gc
        print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), len(gc.callbacks), gc.garbage)
        """,
    "clocks": """
        import logging, time
        print(time.process_time() < 10, abs(logging.LogRecord("n", 20, "p", 1, "m", (), None).relativeCreated) < 60_000)
        """,
    "random numbers": """
        import random
        random.seed(1); print(random.random())
        """,
    "its own file": """
        import inspect, linecache
        def named(): pass
        print(inspect.getsource(named), linecache.getline(__file__, 5))
        """,
}


@pytest.mark.parametrize("watched", [True, False], ids=["watched", "not watched"])
@pytest.mark.parametrize("source", VISIBLE.values(), ids=VISIBLE)
def test_a_warm_program_sees_what_a_cold_one_sees(
    program: Write, installed: tuple[Interpreter, ...], source: str, watched: bool
) -> None:
    one = program(source)
    for python in installed:
        warm, cold = both(one, python, watched=watched)
        assert (texts(warm), warm.ending, warm.faults) == (texts(cold), cold.ending, cold.faults), (
            python.version
        )
        assert texts(warm), "it printed nothing that could be compared"


ENDINGS = {
    "falls off the end": ("", "exit 0"),
    "sys.exit": ("import sys; sys.exit(7)", "exit 7"),
    "words": ('raise SystemExit("bye")', "exit 1"),
    "an exception": ("raise ValueError", "exit 1"),
    "os._exit": ("import os; os._exit(5)", "exit 5"),
    "abort": ("import os; os.abort()", "killed by SIGABRT"),
    "a signal": ("import os; os.kill(os.getpid(), 15)", "killed by SIGTERM"),
    "Ctrl-C": ("import os; os.kill(os.getpid(), 2)", "killed by SIGINT"),
    "a syntax error": ("def", "exit 1"),
    "an exit handler": ("import atexit; atexit.register(print, 'last')", "exit 0"),
    "a thread at the end": (
        "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()",
        "exit 0",
    ),
}


@pytest.mark.parametrize(("source", "ending"), ENDINGS.values(), ids=ENDINGS)
def test_a_warm_program_ends_as_a_cold_one(
    program: Write, python: Interpreter, source: str, ending: str
) -> None:
    warm, cold = both(program(source), python)
    assert (warm.ending, texts(warm)) == (cold.ending, texts(cold))
    assert warm.ending == ending


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_its_processes_find_the_program(
    program: Write, installed: tuple[Interpreter, ...], method: str
) -> None:
    one = program(f"""
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        def double(n): return 2 * n

        if __name__ == "__main__":
            with ProcessPoolExecutor(1, multiprocessing.get_context("{method}")) as pool:
                print(list(pool.map(double, [1, 2])))
        """)
    for python in installed:
        warm, _ = both(one, python)
        assert texts(warm)[-1] == "[2, 4]", (python.version, warm)


def test_two_programs_of_a_server_share_nothing(program: Write, python: Interpreter) -> None:
    first = program(
        "import asyncio\nasyncio.spoilt = 1\nimport random; print(random.random())", "a.py"
    )

    async def main() -> list[Run]:
        async with Servers() as running:
            await running.prepare([runner.warmth(first, python)] * 2, 1)
            return [await run_in(running, first, python) for _ in range(2)]

    one, two = asyncio.run(main())
    assert texts(one) != texts(two), "both began with the same random numbers"
    assert not one.faults and not two.faults


NAP = "import time\nprint('before')\ntime.sleep(0.5)\nprint('after')\n"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=lambda n: n.name)
@pytest.mark.parametrize("warm", [True, False], ids=["warm", "cold"])
def test_a_program_that_ends_its_parent_is_named_and_harms_no_other(
    program: Write, python: Interpreter, number: int, warm: bool
) -> None:
    bad = program(f"import os\nos.kill(os.getppid(), {int(number)})\n", "bad.py")
    good = [program(NAP, f"good{n}.py") for n in range(3)]
    requests = [Request(one, python) for one in (*good, bad)]
    *others, culprit = scheduler.run_all(requests, lambda run: None, again=True, warm=warm)
    assert "kills-parent" in culprit.faults
    assert [(texts(run), run.faults) for run in others] == [(["before", "after"], {})] * 3


HOSTILE = {
    "closes every descriptor": ("import os\nos.closerange(0, 4096)\n", None),
    "forks in a loop": ("import os\nwhile True:\n    os.fork()\n", "process-cap"),
    "leaves a session": (
        "import os, time\nif not os.fork():\n    os.setsid()\n    time.sleep(60)\n",
        "leftover-process",
    ),
    "stops itself": (
        "# /// script\n# [tool.executed]\n# timeout = 1\n# ///\nimport os\nos.kill(os.getpid(), 19)\n",
        "timeout",
    ),
}


@pytest.mark.parametrize(("source", "fault"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_program_harms_no_other(
    tmp_path: Path, program: Write, python: Interpreter, source: str, fault: str | None
) -> None:
    (tmp_path / "hostile.py").write_text(source)
    bad, good = snippet.load(tmp_path, "hostile.py"), program(NAP, "good.py")
    requests = [Request(one, python) for one in (bad, good, good)]
    culprit, neighbour, _ = scheduler.run_all(requests, lambda run: None)
    assert (texts(neighbour), neighbour.faults) == (["before", "after"], {})
    assert fault is None or fault in culprit.faults
    until(lambda: not marked("hostile.py"))


def marked(name: str) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if name in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def test_nothing_outlives_a_build_that_is_killed(tmp_path: Path, python: Interpreter) -> None:
    name = f"orphan_{os.getpid()}.py"
    (tmp_path / name).write_text("import time\ntime.sleep(600)\n")
    build = (
        "import sys\nfrom pathlib import Path\nfrom executed import interpreters, scheduler, snippet\n"
        f"one = snippet.load(Path({str(tmp_path)!r}), {name!r})\n"
        f"python = interpreters.Interpreter(*{(python.version, python.executable, python.build, python.stdlib)!r})\n"
        "scheduler.run_all([scheduler.Request(one, python)] * 2, lambda run: None)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", build])
    until(lambda: len(marked(name)) == 2)
    process.kill()
    process.wait()
    until(lambda: not marked(name))


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_every_installed_python_can_be_warm(
    program: Write, installed: tuple[Interpreter, ...]
) -> None:
    one = program("import sys\nprint(*sys.version_info[:3], sep='.')\n")
    if len(installed) < 2:
        absent("second supported Python")
    requests = [Request(one, python) for python in installed]

    async def main() -> list[Run]:
        async with Servers() as running:
            wanted = [runner.warmth(one, python) for python in installed]
            await running.prepare(wanted * 2, 2)
            return [await run_in(running, r.snippet, r.interpreter) for r in requests]

    runs = asyncio.run(main())
    assert [(texts(run), run.warm) for run in runs] == [([p.version], True) for p in installed]
