"""What is traced is what must be true, on every supported Python."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from conftest import PATIENCE, absent
from executed import runner, snippet, story, trace
from executed.interpreters import SUPPORTED, Interpreter
from executed.runner import Run
from executed.scheduler import CORES
from executed.trace import Lane, Trace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.xdist_group("trace")
HEAD = '# /// script\n# requires-python = ">={}"\n{}# ///\nimport asyncio\nimport threading\nimport time\n'
SHORT, LONG = 0.004, 0.012  # seconds: less is noise; more is none, on a busy machine
SCALES = (1, 6, 36)  # where a machine is so busy that it changes an order, all takes longer

# name -> (first version, program, lane -> its states, as the words tell them)
PROGRAMS: dict[str, tuple[str, str, dict[str, list[str]]]] = {
    "sleep": (
        "3.8",
        """
        async def nap(seconds):
            await asyncio.sleep(seconds)
            print("awake")

        async def main():
            await asyncio.gather(nap(0.03), nap(0.06))

        asyncio.run(main())
        """,
        {
            "nap(0.03)": ["wait sleep(0.03)"],
            "nap(0.06)": ["wait sleep(0.06)"],
            "main()": ["wait gather"],
        },
    ),
    "a task that blocks": (
        "3.8",
        """
        async def greedy():
            time.sleep(0.05)

        async def patient():
            await asyncio.sleep(0.02)
            await asyncio.sleep(0)

        async def main():
            await asyncio.gather(patient(), greedy(), patient())

        asyncio.run(main())
        """,
        {
            "greedy()": ["hold time.sleep(0.05)"],
            # its timer was due, and nobody looked
            "patient()": ["wait sleep(0.02)", "blocked blocked by greedy()"],
        },
    ),
    "synchronisation": (
        "3.8",
        """
        async def holder(till):
            async with till:
                await asyncio.sleep(0.03)

        async def second(till):
            async with till:
                pass

        async def taker(shelf):
            return await shelf.get()

        async def guest(bell):
            await bell.wait()

        async def main():
            till, shelf, bell = asyncio.Lock(), asyncio.Queue(), asyncio.Event()
            works = [asyncio.ensure_future(c) for c in (
                holder(till), second(till), taker(shelf), guest(bell))]
            await asyncio.sleep(0.02)
            shelf.put_nowait("cup")
            bell.set()
            await asyncio.wait(works)

        asyncio.run(main())
        """,
        {
            "second()": ["wait Lock till"],
            "taker()": ["wait shelf.get()"],
            "guest()": ["wait bell.wait()"],
            "main()": ["wait sleep(0.02)", "wait 4 tasks"],
        },
    ),
    "awaiting tasks and futures": (
        "3.8",
        """
        async def cook():
            await asyncio.sleep(0.03)

        async def waiter(meal):
            await meal

        async def host(table):
            return await table

        async def main():
            table = asyncio.get_running_loop().create_future()
            meal = asyncio.ensure_future(cook())
            asyncio.get_running_loop().call_later(0.02, table.set_result, 7)
            await asyncio.gather(waiter(meal), host(table))

        asyncio.run(main())
        """,
        {"waiter()": ["wait cook()"], "host()": ["wait future table"]},
    ),
    "threads": (
        "3.8",
        """
        def work(seconds):
            time.sleep(seconds)

        async def main():
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(None, work, 0.03)
            clerk = threading.Thread(target=work, args=(0.02,))
            clerk.start()
            clerk.join()

        asyncio.run(main())
        """,
        {
            "main()": ["wait work outside the loop", "hold the end of a thread"],
            "work(0.02)": ["wait time.sleep(0.02)"],
        },
    ),
    "another loop": (
        "3.8",
        """
        async def remote():
            await asyncio.sleep(0.03)
            return 1

        async def main(other):
            asked = asyncio.run_coroutine_threadsafe(remote(), other)
            await asyncio.wrap_future(asked)

        other = asyncio.new_event_loop()
        upstairs = threading.Thread(target=other.run_forever)
        upstairs.start()
        asyncio.run(main(other))
        other.call_soon_threadsafe(other.stop)
        upstairs.join()
        other.close()
        """,
        {"remote()": ["wait sleep(0.03)"], "main()": ["wait work outside the loop"]},
    ),
    "a missing wake-up": (
        "3.8",
        """
        def ring(bell):
            time.sleep(0.02)
            bell.set_result(None)

        async def main():
            loop = asyncio.get_running_loop()
            loop.call_later(0.1, print, "kettle")
            bell = loop.create_future()
            threading.Thread(target=ring, args=(bell,)).start()
            await bell

        asyncio.run(main())
        """,
        {"main()": ["wait future bell", "ready future bell"]},
    ),
    "a subprocess": (
        "3.8",
        """
        async def main():
            child = await asyncio.create_subprocess_exec("sleep", "0.05")
            await child.wait()

        asyncio.run(main())
        """,
        {"sleep 0.05": ["run "]},
    ),
    "processes": (
        "3.8",
        """
        import multiprocessing
        import subprocess
        from concurrent.futures import ProcessPoolExecutor

        def work(seconds):
            time.sleep(seconds)

        async def main():
            loop = asyncio.get_running_loop()
            with ProcessPoolExecutor(1) as pool:
                await loop.run_in_executor(pool, work, 0.05)

        if __name__ == "__main__":
            clerk = multiprocessing.Process(target=work, args=(0.05,))
            clerk.start()
            clerk.join()
            subprocess.run(["sleep", "0.05"])
            asyncio.run(main())
        """,
        {
            "work(0.05)": ["run "],
            "sleep 0.05": ["run "],
            "main()": ["wait work outside the loop"],
            "a worker of the pool": ["run "],
        },
    ),
    "streams": (
        "3.8",
        """
        async def serve(reader, writer):
            await asyncio.sleep(0.03)
            writer.write(b"hello\\n")
            await writer.drain()
            writer.close()

        async def main():
            server = await asyncio.start_server(serve, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            print(await reader.readline())
            writer.close()
            server.close()

        asyncio.run(main())
        """,
        {"serve()": ["wait sleep(0.03)"], "main()": ["wait a stream"]},
    ),
    "async generators": (
        "3.8",
        """
        async def ticks():
            for n in range(2):
                await asyncio.sleep(0.02)
                yield n

        async def main():
            async for n in ticks():
                print(n)

        asyncio.run(main())
        """,
        {"main()": ["wait sleep(0.02)", "wait sleep(0.02)"]},
    ),
    "the oldest way": (
        "3.8",
        """
        import types

        @types.coroutine
        def nap(seconds):
            yield from asyncio.sleep(seconds).__await__()

        async def main():
            await nap(0.03)

        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        loop.close()
        """,
        {"main()": ["wait sleep(0.03)"]},
    ),
    "a task group": (
        "3.11",
        """
        async def child(seconds):
            await asyncio.sleep(seconds)

        async def main():
            async with asyncio.TaskGroup() as group:
                group.create_task(child(0.02))
                group.create_task(child(0.03))
            async with asyncio.timeout(60):
                await asyncio.sleep(0.02)

        with asyncio.Runner() as runner:
            runner.run(main())
        """,
        {"main()": ["wait 2 tasks", "wait sleep(0.02)"]},
    ),
    "eager tasks": (
        "3.12",
        """
        async def quick():
            return 1

        async def slow():
            time.sleep(0.02)
            await asyncio.sleep(0.03)

        async def main():
            asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
            await asyncio.gather(quick(), slow())

        asyncio.run(main())
        """,
        {"slow()": ["hold time.sleep(0.02)", "wait sleep(0.03)"]},
    ),
}
ENDS = """
async def returns():
    return 42

async def raises():
    raise ValueError("no")

async def gives_up():
    await asyncio.sleep(9)

async def tidies():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(0.01)

async def stays():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        return "stayed"

async def main():
    tasks = [asyncio.ensure_future(c) for c in (returns(), raises(), gives_up(), tidies(), stays())]
    await asyncio.sleep(0.02)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

asyncio.run(main())
"""


def run_all(
    sources: list[tuple[str, str]], root: Path, pythons: tuple[Interpreter, ...], watched: bool
) -> dict[tuple[str, str], Run]:
    """Each (name, source) on each interpreter that it admits."""

    async def everything() -> dict[tuple[str, str], Run]:
        limit = asyncio.Semaphore(CORES)
        found: dict[tuple[str, str], Run] = {}

        async def one(name: str, python: Interpreter) -> None:
            async with limit:
                program = snippet.load(root, f"{name}.py")
                if program.admits(python.version):
                    found[name, python.minor] = await runner.run(program, python, watched=watched)

        async with asyncio.TaskGroup() as tasks:
            for name, _ in sources:
                for python in pythons:
                    tasks.create_task(one(name, python))
        return found

    for name, source in sources:
        (root / f"{name}.py").write_text(source)
    return asyncio.run(everything())


def program(first: str, source: str, options: str = "") -> str:
    return HEAD.format(first, options) + textwrap.dedent(source)


@pytest.fixture(scope="module")
def runs(
    tmp_path_factory: pytest.TempPathFactory, installed: tuple[Interpreter, ...]
) -> dict[tuple[str, str], Run]:
    sources = [(name, program(first, source)) for name, (first, source, _) in PROGRAMS.items()]
    sources.append(("ends", program("3.8", ENDS)))
    return run_all(sources, tmp_path_factory.mktemp("traced"), installed, watched=True)


def trace_of(runs: dict[tuple[str, str], Run], name: str, version: str) -> Trace:
    run = runs.get((name, version))
    if run is None:
        absent(f"Python {version}")
    assert run
    assert run.returncode == 0, [line.text for line in run.lines]
    assert run.trace is not None
    assert not run.trace.failed, run.trace.failed
    return run.trace


def admitted(names: Iterable[str]) -> list[tuple[str, str]]:
    """Each program with each version that it runs on."""
    return [
        (name, version)
        for name in names
        for first in [PROGRAMS[name][0] if name in PROGRAMS else SUPPORTED[0]]
        for version in SUPPORTED[SUPPORTED.index(first) :]
    ]


def scaled(text: str, by: int) -> str:
    """The same with each time longer by this factor."""
    return re.sub(r"\b0\.\d+", lambda time: f"{float(time[0]) * by:g}", text)


def told(trace: Trace, lane: Lane, at_least: float = SHORT) -> list[str]:
    """The states that last, such as "wait sleep(0.05)"."""
    return [
        f"{one.state} {story.reason(trace, one)}"
        for one in lane.segments
        if one.end - one.start >= at_least
    ]


def in_order(expected: list[str], found: list[str]) -> bool:
    """Whether all that is expected was found, in this order; there may be more."""
    rest = iter(found)
    return all(one in rest for one in expected)


@pytest.mark.parametrize(("name", "version"), admitted(PROGRAMS))
def test_states(
    runs: dict[tuple[str, str], Run],
    installed: tuple[Interpreter, ...],
    tmp_path: Path,
    name: str,
    version: str,
) -> None:
    first, source, lanes = PROGRAMS[name]
    found: dict[str, list[str]] = {}
    for scale in SCALES:
        if scale > 1:
            [python] = [one for one in installed if one.minor == version]
            again = one_run(tmp_path, python, scaled(program(first, source), scale))
            runs = {(name, version): again}
        trace = trace_of(runs, name, version)
        found = {
            label: states
            for row, rows in lanes.items()
            for label, expected in [(scaled(row, scale), [scaled(one, scale) for one in rows])]
            if (states := unlike(trace, label, expected, scale))
        }
        if not found:
            return
    pytest.fail(f"these lanes are in other states: {found}")


def unlike(trace: Trace, label: str, expected: list[str], scale: int) -> list[str]:
    """The states of a lane if they are not the expected ones, in their order."""
    lane = trace.named(label)
    states = told(trace, lane, SHORT * scale)
    # A busy machine delays; it makes nobody wait for something else.
    waits = {one for one in told(trace, lane, LONG * scale) if one.startswith("wait")}
    return [] if in_order(expected, states) and waits <= set(expected) else states


@pytest.mark.parametrize(("name", "version"), [*admitted(PROGRAMS), *admitted(["ends"])])
def test_what_holds_for_every_trace(
    runs: dict[tuple[str, str], Run], name: str, version: str
) -> None:
    trace = trace_of(runs, name, version)
    check_lanes(trace)
    check_prints(trace, runs[name, version])


def check_lanes(trace: Trace) -> None:
    for lane in trace.lanes.values():
        end = trace.wall if lane.ended is None else lane.ended
        assert 0 <= lane.created <= end <= trace.wall + 1e-9
        for one, other in pairwise(lane.segments):
            assert one.end <= other.start + 1e-9, f"{lane.label} is in two states at once"
        if lane.kind in ("task", "thread", "process", "call"):
            total = sum(one.end - one.start for one in lane.segments)
            assert total == pytest.approx(end - lane.created, abs=1e-6), lane.label
    check_one_at_a_time(trace)


def check_one_at_a_time(trace: Trace) -> None:
    """A loop runs one task at a time."""
    ran = [
        (one.start, one.end, lane.loop, lane.label)
        for lane in trace.lanes.values()
        if lane.kind == "task"
        for one in lane.segments
        if one.state in ("run", "hold")
    ]
    for loop in {loop for _, _, loop, _ in ran}:
        inside = sorted(one for one in ran if one[2] == loop)
        for one, other in pairwise(inside):
            assert one[1] <= other[0] + 1e-9, f"{one[3]} and {other[3]} run at the same time"


def check_prints(trace: Trace, run: Run) -> None:
    marks = sorted(
        mark.at for lane in trace.lanes.values() for mark in lane.marks if mark.kind == "print"
    )
    assert marks == pytest.approx([line.at for line in run.lines], abs=1e-9)


@pytest.mark.parametrize("version", SUPPORTED)
@pytest.mark.parametrize(
    ("label", "marks"),
    {
        "returns()": ["returned 42"],
        "raises()": ["raised ValueError: no"],
        "gives_up()": ["cancel ", "delivered ", "cancelled "],
        "tidies()": ["cancel ", "delivered ", "cancelled "],
        "stays()": ["cancel ", "delivered ", "returned 'stayed'", "swallowed "],
    }.items(),
    ids=str,
)
def test_ends(runs: dict[tuple[str, str], Run], label: str, marks: list[str], version: str) -> None:
    trace = trace_of(runs, "ends", version)
    lane = trace.named(label)
    assert [f"{mark.kind} {mark.text}" for mark in lane.marks] == marks
    requests = [mark for mark in lane.marks if mark.kind == "cancel"]
    assert all(trace.lanes[mark.by].label == "main()" for mark in requests)


@pytest.mark.parametrize("version", SUPPORTED)
def test_who_created_whom(runs: dict[tuple[str, str], Run], version: str) -> None:
    trace = trace_of(runs, "sleep", version)
    main = trace.named("main()")
    assert trace.lanes[main.by].kind == "thread"
    naps = [lane for lane in trace.lanes.values() if lane.label.startswith("nap")]
    assert {trace.lanes[lane.by].label for lane in naps} == {"main()"}
    assert [one.label for one in story.awaited_by(trace, naps[0])] == ["main()"]


@pytest.mark.parametrize("version", SUPPORTED)
def test_lines_are_those_of_the_program(runs: dict[tuple[str, str], Run], version: str) -> None:
    trace = trace_of(runs, "sleep", version)
    source = program("3.8", PROGRAMS["sleep"][1]).splitlines()
    waits = [one for one in trace.named("nap(0.06)").segments if one.state == "wait"]
    assert {source[one.line - 1].strip() for one in waits} == {"await asyncio.sleep(seconds)"}


@pytest.mark.parametrize("version", SUPPORTED)
def test_iterations_tell_queue_and_timers(runs: dict[tuple[str, str], Run], version: str) -> None:
    trace = trace_of(runs, "sleep", version)
    naps = [trace.named("nap(0.03)").number, trace.named("nap(0.06)").number]
    assert any(set(naps) <= set(one.ready) for one in trace.iterations)
    both = [one for one in trace.iterations if one.timer_count == 2]
    assert [entry for _, entry in both[0].timers] == naps
    due = [at for at, _ in both[0].timers]
    assert due[1] - due[0] >= 0.029  # more, if the machine is busy between the two


# What a program could notice of being watched.
CURIOUS = """
import sys
import traceback

async def child():
    try:
        await asyncio.sleep(0.01)
    finally:
        traceback.print_stack(limit=1, file=sys.stdout)

def callback():
    for line in traceback.format_stack():
        print(line.split(", in ")[1].split()[0])

async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(child())
    print(type(task), type(task).__mro__[0].__name__, isinstance(task, asyncio.Task))
    print(repr(task).split("name=")[0], len(loop._ready), bool(loop._ready))
    loop.call_soon(callback)
    loop.call_soon(time.sleep, 0.15)
    print(time.sleep, threading.active_count(), sorted(vars(task)))
    await task
    asyncio.ensure_future(lost())
    await asyncio.sleep(0)
    1 / 0

async def lost():
    raise LookupError("lost")

asyncio.run(main(), debug=True)
"""
INTERRUPTED = """
import os, signal, sys

async def main():
    threading.Timer(0.05, os.kill, [os.getpid(), signal.SIGINT]).start()
    time.sleep(1 if sys.version_info >= (3, 11) else 60)  # before 3.11 the signal ends it

asyncio.run(main())
"""
HANDLED = """
signals = []

def sleeps():
    time.sleep(-1)

sleeps()
"""


@pytest.mark.parametrize(
    "source", [CURIOUS, INTERRUPTED, HANDLED], ids=["curious", "ctrl-c", "error"]
)
def test_a_program_prints_the_same_when_it_is_watched(
    tmp_path: Path, installed: tuple[Interpreter, ...], source: str
) -> None:
    sources = [("curious", program("3.8", source))]
    watched = run_all(sources, tmp_path, installed, watched=True)
    alone = run_all(sources, tmp_path, installed, watched=False)
    for key, run in watched.items():
        assert shown(run) == shown(alone[key]), key
        assert run.returncode == alone[key].returncode


def shown(run: Run) -> list[str]:
    """What a run printed, but for what a busy machine adds: others that were slow too."""
    return [
        re.sub(r"0x[0-9a-f]+|took \d.*|\d+\.\d+ ?ms", "…", line.text)
        for line in run.lines
        if not line.text.startswith("Executing <") or "<Handle sleep(0.15)" in line.text
    ]


def one_run(root: Path, python: Interpreter, source: str, watched: bool = True) -> Run:
    (run,) = run_all([("one", source)], root, (python,), watched).values()
    return run


def test_a_task_that_nobody_holds_still_vanishes(tmp_path: Path, python: Interpreter) -> None:
    source = """
    import gc

    async def forgotten():
        await asyncio.get_running_loop().create_future()

    async def main():
        asyncio.ensure_future(forgotten())
        await asyncio.sleep(0)
        gc.collect()
        print("collected")

    asyncio.run(main())
    """
    run = one_run(tmp_path, python, program("3.8", source))
    assert "task-destroyed" in run.faults
    assert [line.text for line in run.lines if line.stream == "stdout"] == ["collected"]


def test_a_killed_program_keeps_its_trace(tmp_path: Path, python: Interpreter) -> None:
    source = """
    async def busy():
        print("working")
        while True:
            pass

    async def main():
        await asyncio.gather(busy(), asyncio.sleep(9))

    asyncio.run(main())
    """
    limit = "# [tool.executed]\n# timeout = 2\n"
    run = one_run(tmp_path, python, program("3.8", source, limit))
    assert run.trace
    lane = run.trace.named("busy()")
    assert lane.ended is None
    assert lane.segments[-1].state == "run"
    check_lanes(run.trace)


def test_a_fork_is_not_part_of_the_picture(
    tmp_path: Path, installed: tuple[Interpreter, ...]
) -> None:
    source = """
    import os, sys

    async def main():
        await asyncio.sleep(0.01)

    if os.fork() == 0:
        asyncio.run(main())
        sys.exit()
    print("child:", os.wait()[1])
    asyncio.run(main())
    """
    for run in run_all([("fork", program("3.8", source))], tmp_path, installed, True).values():
        assert [line.text for line in run.lines] == ["child: 0"], run.version
        assert run.trace and not run.trace.failed, run.version
        check_lanes(run.trace)
        assert [one.label for one in run.trace.lanes.values()].count("main()") == 1


def test_a_tracer_that_fails_does_not_fail_the_program(tmp_path: Path, python: Interpreter) -> None:
    source = """
    import executed_tracer

    async def main():
        print("before")
        executed_tracer.loops.stop_of = None
        await asyncio.sleep(0.01)
        print("after")

    asyncio.run(main())
    """
    run = one_run(tmp_path, python, program("3.8", source))
    assert [line.text for line in run.lines] == ["before", "after"]
    assert run.returncode == 0
    assert run.trace and "TypeError" in run.trace.failed


def test_threads_that_shout_at_the_loop(tmp_path: Path, python: Interpreter) -> None:
    source = """
    def shout(loop, heard):
        for n in range(3000):
            loop.call_soon_threadsafe(heard.append, n)

    async def main():
        heard, loop = [], asyncio.get_running_loop()
        crowd = [threading.Thread(target=shout, args=(loop, heard)) for n in range(4)]
        for one in crowd:
            one.start()
        while len(heard) < 12_000:
            await asyncio.sleep(0)
        print(len(heard))

    asyncio.run(main())
    """
    run = one_run(tmp_path, python, program("3.8", source))
    assert [line.text for line in run.lines] == ["12000"]
    assert run.trace and not run.trace.failed, run.trace


CROWD = """
import resource

async def guest():
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(*(guest() for n in range(100_000)))

asyncio.run(main())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_a_hundred_thousand_tasks(tmp_path: Path, python: Interpreter) -> None:
    alone = one_run(tmp_path, python, program("3.8", CROWD), watched=False)
    run = one_run(tmp_path, python, program("3.8", CROWD))
    used, used_alone = int(run.lines[-1].text), int(alone.lines[-1].text)
    assert used < used_alone * 1.25, "KiB of memory, watched and alone"
    trace = run.trace
    assert trace and not trace.failed
    assert trace.left["lane"] > 99_000
    assert max(count for _, count in trace.existing) > 99_000
    assert "99," in story.left_out(trace)


UVLOOP = """
import asyncio
import uvloop

async def nap(seconds):
    await asyncio.sleep(seconds)

async def main():
    lost = asyncio.create_task(nap(9))
    await asyncio.gather(nap(0.02), nap(0.04))
    lost.cancel()
    await asyncio.wait([lost])

with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    runner.run(main())
"""


def test_tasks_of_another_loop_are_seen(tmp_path: Path) -> None:
    """uvloop has no ready queue to listen to; here as a command, on our own Python."""
    pytest.importorskip("uvloop", reason="uvloop is not installed")
    (tmp_path / "program.py").write_text(UVLOOP)
    subprocess.run(
        [sys.executable, "-m", "executed.tracer", "program.py"],
        cwd=tmp_path,
        env={**os.environ, "TRACE_FILE": "records"},
        check=True,
        timeout=PATIENCE,
    )
    records = (tmp_path / "records").read_text()
    found = trace.build(trace.parse(records), json.loads(records.partition("\n")[0])[1], 9.0)
    assert "wait sleep(0.04)" in told(found, found.named("nap(0.04)"))
    assert "wait gather" in told(found, found.named("main()"))
    kinds = [mark.kind for mark in found.named("nap(9)").marks]
    assert kinds == ["cancel", "delivered", "cancelled"]
    check_one_at_a_time(found)


GENERATORS = """
def rooms():
    yield "hall"
    yield "library"

def stroll(name):
    time.sleep(0.02)

def guide(name):
    yield from talk(name)

def talk(name):
    yield name.upper()

print(next(guide("amara")))
visit = rooms()
unused = rooms()
time.sleep(0.02)
next(visit)
stroll("Amara")
visit.close()
unused.close()
"""


@pytest.mark.parametrize("version", SUPPORTED)
def test_generators_and_calls_without_a_loop(
    tmp_path: Path, installed: tuple[Interpreter, ...], version: str
) -> None:
    python = {one.minor: one for one in installed}.get(version)
    if python is None:
        absent(f"Python {version}")
    assert python
    named = '# [tool.executed]\n# trace = ["rooms", "stroll", "guide", "talk"]\n'
    run = one_run(tmp_path, python, program("3.8", GENERATORS, named))
    assert [line.text for line in run.lines] == ["AMARA"]
    trace = run.trace
    assert trace and not trace.failed, trace
    first, second = [lane for lane in trace.lanes.values() if lane.label == "rooms()"]
    states = [key for key, _ in groupby(one.state for one in first.segments)]
    assert states == ["created", "run", "wait"] or states == ["created", "run", "wait", "run"]
    assert "created created" in told(trace, second)
    assert first.ended is not None and second.ended is not None
    assert "hold time.sleep(0.02)" in told(trace, trace.named("stroll('Amara')"))


def test_a_generator_is_seen_although_a_collection_has_made_it_old(
    tmp_path: Path, python: Interpreter
) -> None:
    rooms = "import gc\ndef rooms():\n    yield 'hall'\n"
    visit = "visit = [rooms(), gc.collect()][0]\nprint(next(visit))\n"
    named = '# [tool.executed]\n# trace = ["rooms"]\n'
    source = program("3.8", rooms + visit, named)
    trace = one_run(tmp_path, python, source).trace
    assert trace and not trace.failed, trace
    assert trace.named("rooms()").line == 1 + source[: source.index(visit)].count("\n")


ACTIONS = st.one_of(
    st.tuples(st.just("sleep"), st.integers(1, 8)),
    st.tuples(st.just("turn"), st.just(0)),
    st.tuples(st.just("block"), st.integers(1, 6)),
    st.tuples(st.just("lock"), st.integers(0, 4)),
    st.tuples(st.just("print"), st.integers(0, 9)),
    st.tuples(st.just("child"), st.integers(1, 5)),
)
LINES = {
    "sleep": ["await asyncio.sleep({0} / 1000)"],
    "turn": ["await asyncio.sleep(0)"],
    "block": ["time.sleep({0} / 1000)"],
    "lock": ["async with lock:", "    await asyncio.sleep({0} / 1000)"],
    "print": ["print({0})"],
    "child": ["await asyncio.create_task(asyncio.sleep({0} / 1000))"],
}


def random_program(tasks: list[list[tuple[str, int]]]) -> str:
    rows = ["lock = asyncio.Lock()"]
    for number, actions in enumerate(tasks):
        rows += [f"async def job{number}():", "    pass"]
        rows += [f"    {row.format(value)}" for kind, value in actions for row in LINES[kind]]
    rows += ["async def main():", "    global lock", "    lock = asyncio.Lock()"]
    calls = ", ".join(f"job{number}()" for number in range(len(tasks)))
    rows += [f"    await asyncio.gather({calls})", "asyncio.run(main())"]
    return program("3.8", "\n".join(rows[1:]))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(ACTIONS, max_size=5), min_size=1, max_size=6))
def test_random_programs(
    tmp_path: Path, python: Interpreter, tasks: list[list[tuple[str, int]]]
) -> None:
    run = one_run(tmp_path, python, random_program(tasks))
    assert run.returncode == 0, [line.text for line in run.lines]
    trace = run.trace
    assert trace and not trace.failed, trace
    check_lanes(trace)
    check_prints(trace, run)
    assert len(run.lines) == sum(kind == "print" for t in tasks for kind, _ in t)
    for number, actions in enumerate(tasks):
        lane = trace.named(f"job{number}()")
        slept = sum(value for kind, value in actions if kind == "sleep") / 1000
        held = sum(value for kind, value in actions if kind == "block") / 1000
        assert lane.total("wait", "blocked") >= slept - 0.001
        assert lane.total("hold") >= held - 0.001
