"""The loop, the clocks and the sessions of the browser, tried on this CPython."""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import PATIENCE, PROJECT

DRIVER = """
import json, sys, time
from executed.live.worker import run
sleep = time.sleep
class Host:
    parts = []
    def sleep(self, milliseconds): sleep(milliseconds / 1000)
    def write(self, stream, at, text): self.parts.append([stream, at, text])
job = json.load(sys.stdin)
real = sys.__stdout__
report = run(Host(), job["source"], "program.py", job["virtual"], "")
real.write(json.dumps({"parts": Host.parts, "report": json.loads(report)}))
"""


@dataclass(frozen=True)
class Ran:
    parts: list[tuple[str, float, str]]
    report: dict[str, object]

    def text(self, stream: str) -> str:
        return "".join(text for kind, _, text in self.parts if kind == stream)

    @property
    def lines(self) -> list[str]:
        return self.text("stdout").splitlines()


def run(source: str, folder: Path, virtual: bool = True) -> Ran:
    done = subprocess.run(
        [sys.executable, "-c", DRIVER],
        input=json.dumps({"source": source, "virtual": virtual}),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        cwd=folder,
        env={"PYTHONPATH": str(PROJECT / "docs/plugins")},
    )
    assert done.returncode == 0, done.stderr
    return Ran(**json.loads(done.stdout))


HEAD = "import asyncio, time\n"
BLOCKS = """
at = []
async def tick():
    for _ in range(3):
        at.append(time.monotonic())
        await asyncio.sleep(0.1)
async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    time.sleep(0.35)
    await ticking
asyncio.run(main())
print("late" if at[1] - at[0] >= 0.34 else "in time", "after" if at[2] - at[1] >= 0.09 else "at once")
"""
LEFT_OVER = """
async def late():
    try:
        await asyncio.sleep(9)
    finally:
        print("cancelled")
async def main():
    global task
    task = asyncio.create_task(late())
    await asyncio.sleep(0)
asyncio.run(main())
print(task.cancelled())
"""
NESTED = """
async def main():
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()
asyncio.run(main())
"""
NO_LOOP = """
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
"""
SOON = """
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "later")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0.01)
asyncio.run(main())
"""
RUNNER = """
async def job(n):
    return n
with asyncio.Runner() as runner:
    print(runner.run(job(1)), runner.run(job(2)))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(job(3)), loop.is_closed())
loop.close()
print(loop.is_closed())
"""
STREAMS = """
async def serve(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"hello\\n")
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
asyncio.run(main())
"""
MEANING = {
    "time.sleep blocks the loop": (BLOCKS, ["late after"]),
    "what is left over is cancelled": (LEFT_OVER, ["cancelled", "True"]),
    "a nested run is refused": (
        NESTED,
        ["asyncio.run() cannot be called from a running event loop"],
    ),
    "no loop runs at module level": (NO_LOOP, ["no running event loop"]),
    "a timer due now comes after what is ready": (SOON, ["soon", "later"]),
    "runners and loops by hand": (RUNNER, ["1 2", "3 False", "True"]),
    "streams within one program": (STREAMS, ["b'HELLO\\n'"]),
}


@pytest.mark.parametrize("virtual", [True, False], ids=["virtual", "real"])
@pytest.mark.parametrize(("source", "expected"), MEANING.values(), ids=MEANING)
def test_it_means_what_cpython_means(
    source: str, expected: list[str], virtual: bool, tmp_path: Path
) -> None:
    ran = run(HEAD + source, tmp_path, virtual)
    assert ran.lines == expected, ran.text("stderr")
    assert ran.report["returncode"] == 0


def test_an_hour_takes_no_time_and_is_exact(tmp_path: Path) -> None:
    source = """
async def main():
    async with asyncio.timeout(7200):
        await asyncio.gather(asyncio.sleep(3600), asyncio.sleep(1800))
    print(time.monotonic() - began)
began = time.monotonic()
asyncio.run(main())
"""
    ran = run(HEAD + source, tmp_path)
    assert ran.lines == ["3600.0"]
    assert ran.report["seconds"] == 3600.0


def test_who_waits_for_ever_is_told_and_nothing_more_is_printed(tmp_path: Path) -> None:
    source = """
async def guest(bell):
    try:
        await bell.wait()
    finally:
        print("never in CPython")
async def main():
    await guest(asyncio.Event())
asyncio.run(main())
"""
    ran = run(HEAD + source, tmp_path)
    assert ran.lines == []
    stuck = str(ran.report["stuck"])
    assert "every task waits" in stuck
    assert "main(), waits for Event.wait(), in line 5" in stuck


def test_a_thread_begins_with_no_context_variable_set(tmp_path: Path) -> None:
    source = """
import asyncio, contextvars
order = contextvars.ContextVar("order", default="none")
async def main():
    order.set("7")
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, order.get), await asyncio.to_thread(order.get))
asyncio.run(main())
"""
    assert run(source, tmp_path).lines == ["none 7"]


def test_jobs_of_threads_take_virtual_time_side_by_side(tmp_path: Path) -> None:
    source = """
import threading
def weigh(n):
    time.sleep(n)
    return threading.current_thread() is threading.main_thread()
async def main():
    print(await asyncio.gather(asyncio.to_thread(weigh, 2), asyncio.to_thread(weigh, 3)))
asyncio.run(main())
"""
    ran = run(HEAD + source, tmp_path)
    assert ran.lines == ["[False, False]"]
    assert ran.report["seconds"] == 3.0


ENDINGS = {
    "sys.exit": ("import sys\nsys.exit(3)", 3, ""),
    "os._exit": ("import os\ntry:\n    os._exit(4)\nfinally:\n    pass", 4, ""),
    "error": ("1 / 0", 1, "ZeroDivisionError: division by zero"),
    "input": ("input()", 1, "EOFError: EOF when reading a line"),
    "recursion": ("def f(): f()\nf()", 1, "RecursionError: maximum recursion depth exceeded"),
    "no program": ("def", 1, "SyntaxError: invalid syntax"),
}


@pytest.mark.parametrize(("source", "code", "words"), ENDINGS.values(), ids=ENDINGS)
def test_how_a_program_ends(source: str, code: int, words: str, tmp_path: Path) -> None:
    ran = run(source, tmp_path)
    assert ran.report["returncode"] == code
    assert words in ran.text("stderr")


def test_a_run_tells_its_python(tmp_path: Path) -> None:
    told = str(run("", tmp_path).report["python"])
    assert re.fullmatch(rf"{re.escape(told)}[a-z0-9+]*", platform.python_version())


def test_a_program_that_asks_is_noticed(tmp_path: Path) -> None:
    assert run("input()", tmp_path).report["asked"] is True
    assert run("print()", tmp_path).report["asked"] is False


def test_tracebacks_show_lines_of_the_program_and_none_of_ours(tmp_path: Path) -> None:
    source = "async def main():\n    raise ValueError('no')\nasyncio.run(main())\n"
    error = run(HEAD + source, tmp_path).text("stderr")
    assert 'File "program.py", line 3, in main' in error
    assert "raise ValueError('no')" in error
    assert "executed" not in error


def test_what_ran_concurrently_is_drawn(tmp_path: Path) -> None:
    source = """
async def serve(guest, seconds):
    await asyncio.sleep(seconds)
async def main():
    await asyncio.gather(serve("Amir", 1), serve("John", 2))
asyncio.run(main())
"""
    ran = run(HEAD + source, tmp_path)
    assert "serve(&#x27;Amir&#x27;, 1)" in str(ran.report["figure"])
    steps = json.loads(str(ran.report["steps"]))
    assert [lane["label"] for lane in steps["lanes"]][:2] == ["main()", "serve('Amir', 1)"]
    assert run("print('alone')", tmp_path).report["figure"] == ""
