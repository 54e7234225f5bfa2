"""One run: order, times, limits, isolation, and what is left behind."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from executed import honesty, runner, scheduler, snippet
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.scheduler import Request
from executed.snippet import Snippet

Write = Callable[..., Snippet]
RunSource = Callable[[str], Run]


@pytest.fixture
def program(tmp_path: Path) -> Write:
    def write(source: str, name: str = "program.py") -> Snippet:
        (tmp_path / name).write_text(source)
        return snippet.load(tmp_path, name)

    return write


@pytest.fixture
def run(program: Write, python: Interpreter) -> RunSource:
    def write_and_run(source: str) -> Run:
        return asyncio.run(runner.run(program(source), python))

    return write_and_run


def texts(run: Run) -> list[str]:
    return [line.text for line in run.lines]


def test_streams_keep_their_order(run: RunSource) -> None:
    result = run("import sys\nfor n in range(200):\n    print(n)\n    print(n, file=sys.stderr)\n")
    assert [(line.stream, line.text) for line in result.lines] == [
        (stream, str(n)) for n in range(200) for stream in ("stdout", "stderr")
    ]


def test_times_are_those_of_the_program(run: RunSource) -> None:
    result = run('import time\nprint("a")\ntime.sleep(0.3)\nprint("b")\n')
    first, second = result.lines
    assert 0.29 < second.at - first.at < 3
    assert result.wall >= second.at


def test_times_come_from_the_source_not_from_the_reader(run: RunSource) -> None:
    """Lines written at once have times apart, though they arrive together."""
    times = [
        line.at
        for line in run("import time\nfor _ in range(5):\n    print(time.monotonic())\n").lines
    ]
    assert times == sorted(times) and len(set(times)) == 5


def test_a_line_in_parts_is_one_line(run: RunSource) -> None:
    assert texts(run('print("a", end="", flush=True)\nprint("b")\n')) == ["ab"]


def test_threads_do_not_mix_their_lines(run: RunSource) -> None:
    source = (
        "import threading\n"
        "def talk(n):\n    for _ in range(50):\n        print(str(n) * 6000)\n"
        "threads = [threading.Thread(target=talk, args=(n,)) for n in range(4)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
    )
    original, runner.OUTPUT_CAP = runner.OUTPUT_CAP, 10**8
    try:
        assert all(len(set(text)) == 1 for text in texts(run(source)) if text)
    finally:
        runner.OUTPUT_CAP = original


def test_cpu_leaves_out_the_start_of_the_interpreter(run: RunSource) -> None:
    assert run("import asyncio\n").cpu < 0.15
    busy = run("import time\nwhile time.process_time() < 0.6: pass\n")
    assert busy.cpu > 0.3


@pytest.mark.parametrize(
    ("source", "ending"),
    [
        ("", "exit 0"),
        ("raise SystemExit(7)", "exit 7"),
        ("import os; os.abort()", "killed by SIGABRT"),
        (
            "# /// script\n# [tool.executed]\n# timeout = 0.5\n# ///\nwhile True: pass",
            "killed at the time limit",
        ),
        ('while True: print("x" * 1000)', "killed at the output cap"),
    ],
)
def test_ending(run: RunSource, source: str, ending: str) -> None:
    assert run(source).ending == ending


def test_output_is_kept_up_to_the_cap(run: RunSource) -> None:
    result = run('while True: print("x" * 1000)')
    assert sum(len(text) + 1 for text in texts(result)) == runner.OUTPUT_CAP + 1
    assert result.lines[0].text == "x" * 1000


def test_a_gigabyte_does_not_fill_the_memory_of_the_build(run: RunSource) -> None:
    before = psutil.Process().memory_info().rss
    run('import os\nwhile True: os.write(1, b"x" * 1_000_000)')
    assert psutil.Process().memory_info().rss - before < 50 * 2**20


def test_a_hang_is_placed(run: RunSource) -> None:
    limit = "# /// script\n# [tool.executed]\n# timeout = 0.5\n# ///\n"
    assert run(limit + "import time\n\ntime.sleep(60)\n").stopped_at == 7


def test_no_package_of_the_build_can_be_imported(run: RunSource) -> None:
    assert "ModuleNotFoundError" in texts(run("import mkdocs\n"))[-1]


def test_the_program_is_main_and_unwrapped(run: RunSource) -> None:
    result = run(
        "import sys, traceback\nprint(__name__, sys.argv, len(traceback.extract_stack()), sys.stdin.read())\n"
        "print(sys.stdout.name, sys.stdout.line_buffering, sys.stdout.encoding)\n"
        "print([k for k in __import__('os').environ if k.startswith('EXECUTED') and k != 'EXECUTED_RUN'])\n"
    )
    assert texts(result) == ["__main__ ['program.py'] 1 ", "<stdout> True utf-8", "[]"]


def test_a_process_pool_works(run: RunSource) -> None:
    result = run(
        "from concurrent.futures import ProcessPoolExecutor\n"
        'if __name__ == "__main__":\n'
        "    with ProcessPoolExecutor(2) as pool:\n"
        "        print(list(pool.map(abs, [-1, -2])))\n"
    )
    assert (texts(result), result.faults) == (["[1, 2]"], {})


def test_a_program_that_closes_every_file_is_still_heard(run: RunSource) -> None:
    assert texts(run('import os\nos.closerange(3, 100)\nprint("here")\n')) == ["here"]


def test_a_cancelled_run_leaves_nothing(program: Write, python: Interpreter) -> None:
    name = f"sleeper_{os.getpid()}.py"

    async def cancel() -> None:
        task = asyncio.create_task(runner.run(program("import time; time.sleep(60)", name), python))
        while not running(name):
            await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    assert not running(name)


def running(name: str) -> bool:
    found = False
    for process in psutil.process_iter():
        try:
            found |= name in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            continue
    return found


def test_every_supported_python_runs(program: Write, installed: tuple[Interpreter, ...]) -> None:
    one = program(
        '# /// script\n# requires-python = ">=3.8"\n# ///\nimport sys\nprint(*sys.version_info[:3], sep=".")\n'
    )
    runs = scheduler.run_all([Request(one, python) for python in installed], lambda run: None)
    assert [texts(run) for run in runs] == [[python.version] for python in installed]


class TestScheduler:
    NAP = "import time\ntime.sleep(0.5)\n"

    def test_waiting_programs_wait_together(self, program: Write, python: Interpreter) -> None:
        requests = [Request(program(self.NAP, f"nap{n}.py"), python) for n in range(8)]
        started = time.monotonic()
        runs = scheduler.run_all(requests, lambda run: None)
        assert time.monotonic() - started < sum(run.wall for run in runs) / 2

    STAMPS = "import time\nprint(time.monotonic())\ntime.sleep(0.3)\nprint(time.monotonic())\n"
    HEAD = '# /// script\n# [tool.executed]\n# lane = "{}"\n# ///\n'

    @pytest.mark.parametrize("lane", ["exclusive", "quiet"])
    def test_the_others_wait_for_one_that_measures(
        self, program: Write, python: Interpreter, lane: str
    ) -> None:
        measuring = program(self.HEAD.format(lane) + self.STAMPS, "measuring.py")
        programs = [measuring] + [program(self.STAMPS, f"s{n}.py") for n in range(3)]
        runs = scheduler.run_all([Request(p, python) for p in programs], lambda run: None)
        first, *others = [tuple(map(float, texts(run))) for run in runs]
        assert all(start > first[1] or end < first[0] for start, end in others)

    @pytest.mark.parametrize(
        ("lane", "shown", "together"),
        [("exclusive", True, 1), ("exclusive", False, scheduler.CORES), ("quiet", True, 4)],
        ids=["alone", "alone, but for nobody", "quiet"],
    )
    def test_how_many_of_a_lane_run_at_once(
        self, program: Write, python: Interpreter, lane: str, shown: bool, together: int
    ) -> None:
        sources = [program(self.HEAD.format(lane) + self.STAMPS, f"s{n}.py") for n in range(4)]
        requests = [Request(one, python, shown) for one in sources]
        runs = scheduler.run_all(requests, lambda run: None)
        spans = [tuple(map(float, texts(run))) for run in runs]
        most = max(sum(start <= at <= end for start, end in spans) for at, _ in spans)
        assert most == min(together, 4)

    def test_every_run_is_told(self, program: Write, python: Interpreter) -> None:
        told: list[str] = []
        requests = [Request(program("", f"p{n}.py"), python) for n in range(3)]
        scheduler.run_all(requests, lambda run: told.append(run.snippet))
        assert sorted(told) == ["p0.py", "p1.py", "p2.py"]

    COUNTS = (
        "import pathlib\nfile = pathlib.Path(__file__ + '.runs')\n"
        "file.touch()\nfile.write_text(file.read_text() + 'x')\nprint(len(file.read_text()))\n"
    )

    def counting(self, program: Write, name: str, golden: str) -> Snippet:
        """A program that prints how often it has run, beside a golden."""
        place = program("", f"{name}.py").path
        one = program(self.COUNTS.replace("__file__", repr(str(place))), f"{name}.py")
        one.path.with_suffix(".out").write_text(f"{golden}\n")
        return one

    @pytest.mark.parametrize(
        ("golden", "printed"),
        [
            pytest.param("1", "1", id="one that agrees runs once"),
            pytest.param("2", "2", id="a spoilt one runs again"),
            pytest.param("never", "3", id="one that is wrong does not run for ever"),
        ],
    )
    def test_repeats(
        self,
        program: Write,
        python: Interpreter,
        golden: str,
        printed: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(honesty, "disturbed", lambda run: False)
        request = Request(self.counting(program, "counts", golden), python)
        (run,) = scheduler.run_all([request], lambda run: None, again=True)
        assert run.attempt == int(printed)
        assert golden == "never" or texts(run) == [golden]

    def test_no_repeats_if_many_are_wrong(
        self, program: Write, python: Interpreter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(honesty, "disturbed", lambda run: False)
        many = [self.counting(program, f"p{n}", "never") for n in range(scheduler.FEW + 1)]
        requests = [Request(one, python) for one in many]
        runs = scheduler.run_all(requests, lambda run: None, again=True)
        assert {text for run in runs for text in texts(run)} == {"1"}


def test_a_child_and_its_parent_keep_their_order(run: RunSource) -> None:
    source = (
        "import os\n"
        "for n in range(100):\n    print('parent', n)\n    os.write(1 + n % 2, b'child %d\\n' % n)\n"
    )
    expected = [f"{who} {n}" for n in range(100) for who in ("parent", "child")]
    assert texts(run(source)) == expected
