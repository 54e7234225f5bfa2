"""A build as a whole: interrupted, repeated, parallel, on other Pythons."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import psutil
import pytest
from conftest import PATIENCE, absent
from executed.interpreters import Interpreter
from small_site import Site, fence

OLD_SITE = "left by an earlier build"
EXACT = {"EXECUTED_MATRIX": "1"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.write("docs/index.md", "# Site\n")
    return site


def finished(site: Site, name: str = "done", text: str = "done") -> None:
    site.example(name, f"print({text!r})\n")
    site.write(f"snippets/{name}.out", f"{text}\n")


@contextmanager
def started(site: Site, *command: str) -> Iterator[subprocess.Popen[str]]:
    """A command in the background, ended at the end of the block."""
    process = subprocess.Popen(
        site.command(*command),
        cwd=site.folder,
        env=site.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def until(process: subprocess.Popen[str], words: str) -> str:
    """Read what the command says up to the line that holds `words`."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"never said {words!r}:\n{said}")


def sleepers(mark: str) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if mark in " ".join(process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name)
def test_an_interrupted_build_kills_its_programs_at_once(site: Site, number: int) -> None:
    site.write("site/index.html", OLD_SITE)
    names = [f"sleeper_{number}_{os.getpid()}_{n}" for n in range(3)]
    for name in names:
        site.example(name, "import time\n\ntime.sleep(3600)\n")
    with started(site, "build") as build:
        until(build, "running 0/3")
        deadline = time.monotonic() + PATIENCE
        while len(sleepers(f"sleeper_{number}_{os.getpid()}")) < 3:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        build.send_signal(number)
        assert build.wait(timeout=PATIENCE) != 0  # its programs would have slept for longer
    assert not sleepers(f"sleeper_{number}_{os.getpid()}")
    assert (site.folder / "site/index.html").read_text() == OLD_SITE
    assert not list(site.folder.glob(".site-*"))
    assert [path.name for path in site.folder.glob(".cache/**/*.json")] in (
        [],
        ["interpreters.json"],
    )


def test_two_builds_at_once_both_succeed(site: Site) -> None:
    site.example("nap", 'import time\n\ntime.sleep(0.5)\nprint("done")\n')
    site.write("snippets/nap.out", "done\n")
    with started(site, "build", "--strict") as one, started(site, "build", "--strict") as two:
        said = [build.communicate(timeout=PATIENCE)[0] for build in (one, two)]
        assert [one.returncode, two.returncode] == [0, 0], said
    assert "done" in site.page("nap")
    assert not list(site.folder.glob(".site-*"))


def test_a_build_runs_everything_afresh(site: Site) -> None:
    finished(site)
    for _ in range(2):
        assert "running 1/1 examples …" in site.build().said


class TestResume:
    """EXECUTED_RESUME=1 takes the runs of a build that failed, and no others."""

    AGAIN: ClassVar[dict[str, str]] = {"EXECUTED_RESUME": "1"}

    @pytest.fixture
    def failed(self, site: Site) -> Site:
        finished(site)
        finished(site, "bad", "good")
        site.write("snippets/bad.py", "raise ValueError\n")
        assert site.build().status == 1
        finished(site, "bad", "good")
        return site

    def test_what_was_right_does_not_run_again(self, failed: Site) -> None:
        build = failed.build(env=self.AGAIN)
        assert build.status == 0 and "running 1/1 examples" in build.said
        assert "from an earlier run" in failed.page("done")
        assert "from an earlier run" not in failed.page("bad")

    def test_without_it_all_is_fresh(self, failed: Site) -> None:
        assert "running 2/2 examples" in failed.build().said

    def test_a_run_of_yesterday_is_not_taken(self, failed: Site) -> None:
        for path in failed.folder.glob(".cache/executed/*.json"):
            os.utime(path, (time.time() - 3700,) * 2)
        assert "running 2/2 examples" in failed.build(env=self.AGAIN).said

    def test_a_changed_program_runs_again(self, failed: Site) -> None:
        finished(failed, "done", "something else")
        assert "running 2/2 examples" in failed.build(env=self.AGAIN).said

    def test_an_interrupted_build_can_be_taken_up(self, site: Site) -> None:
        ran = site.folder / "ran"
        site.example("done", f"import pathlib\nprint('done')\npathlib.Path({str(ran)!r}).touch()\n")
        site.write("snippets/done.out", "done\n")
        site.example("sleeper", "import time\n\ntime.sleep(60)\n")
        with started(site, "build") as build:
            while not ran.exists():
                time.sleep(0.05)
            time.sleep(2)  # the build has seen its end
            build.send_signal(signal.SIGINT)
            build.wait(timeout=60)
        finished(site, "sleeper", "awake")
        assert "running 1/1 examples" in site.build(env=self.AGAIN).said


def test_a_program_that_ends_its_parent_is_named(site: Site) -> None:
    finished(site)
    site.example("hostile", "import os\nos.kill(os.getppid(), 15)\n")
    build = site.build()
    assert build.status == 1
    assert "docs/hostile.md:1: snippets/hostile.py" in build.said
    assert "ended the process that had started it" in build.said
    assert "docs/done.md" not in build.said


def test_what_was_repeated_and_why_is_in_the_provenance(site: Site) -> None:
    counter = site.write("counter", "")
    site.example(
        "late",
        f"import pathlib\nfile = pathlib.Path({str(counter)!r})\n"
        "file.write_text(file.read_text() + 'x')\nprint('run', len(file.read_text()))\n",
    )
    site.write("snippets/late.out", "run 2\n")
    build = site.build()
    assert build.status == 0, build.said
    [run] = json.loads((site.folder / "site/provenance.json").read_text())["runs"]
    assert run["runs"] == 2 and run["delay_seconds"] >= 0 and run["start"] in ("warm", "cold")
    assert "1 of 1 runs were repeated" in build.said


def test_a_warning_fails_a_strict_build_and_keeps_the_old_site(site: Site) -> None:
    site.write("site/index.html", OLD_SITE)
    site.write("docs/index.md", "# Site\n\n[nowhere](nowhere.md)\n")
    assert site.build("--strict").status == 1
    assert (site.folder / "site/index.html").read_text() == OLD_SITE
    assert site.build().status == 0
    assert (site.folder / "site/index.html").read_text() != OLD_SITE


def needing(version: str) -> str:
    return f'# /// script\n# requires-python = "{version}"\n# ///\nprint("old")\n'


def test_a_missing_interpreter_is_a_box_or_fails_a_strict_build(site: Site) -> None:
    site.example("old", needing("==3.8.*"))
    site.write("snippets/old.out", "old\n")
    strict = site.build("--strict")
    assert strict.status == 1
    assert "docs/old.md:1: snippets/old.py needs Python ==3.8.*" in strict.said
    assert "uv python install 3.8" in strict.said
    assert site.build().status == 0
    assert "Not run here: needs Python ==3.8.*" in site.page("old")
    assert "executed-transcript" not in site.page("old")


def test_tabs_show_each_interpreter(site: Site, installed: tuple[Interpreter, ...]) -> None:
    if len(installed) < 2:
        absent("second supported Python")
    first, last = installed[0], installed[-1]
    source = '# /// script\n# requires-python = ">=3.8"\n# ///\nimport sys\n\nprint(sys.version_info[:3])\n'
    site.example("tabs", source, f'python="{first.minor} {last.minor}"')
    for one in (first, last):
        text = tuple(map(int, one.version.split(".")))
        ranged = f".{one.minor}-{one.minor}" if one is first else ""
        site.write(f"snippets/tabs{ranged}.out", f"{text}\n")
    paths = os.pathsep.join([first.executable, last.executable])
    build = site.build("--strict", env={"EXECUTED_INTERPRETERS": paths})
    assert build.status == 0, build.said
    page = site.page("tabs")
    assert re.findall(r">Python (3\.\d+)<", page) == [first.minor, last.minor]
    for one in (first, last):
        assert str(tuple(map(int, one.version.split(".")))) in page
        assert f"CPython {one.version} · exit 0" in page


class TestMatrix:
    """EXECUTED_MATRIX=1 runs each snippet on every admitted interpreter."""

    SOURCE = '# /// script\n# requires-python = ">=3.8"\n# ///\nimport sys\n\nprint(sys.version_info[1])\n'

    @pytest.fixture
    def pair(self, installed: tuple[Interpreter, ...]) -> tuple[Interpreter, Interpreter]:
        if len(installed) < 2:
            absent("second supported Python")
        return installed[-2], installed[-1]

    def build(self, site: Site, pair: tuple[Interpreter, Interpreter]) -> tuple[int, str]:
        paths = os.pathsep.join(one.executable for one in pair)
        build = site.build("--strict", env={**EXACT, "EXECUTED_INTERPRETERS": paths})
        return build.status, build.said

    def test_an_undeclared_difference_fails(
        self, site: Site, pair: tuple[Interpreter, Interpreter]
    ) -> None:
        site.example("minor", self.SOURCE)
        site.write("snippets/minor.out", f"{pair[1].minor[2:]}\n")
        status, said = self.build(site, pair)
        assert status == 1
        assert f"printed something else on CPython {pair[0].version}" in said

    def test_a_declared_difference_is_verified(
        self, site: Site, pair: tuple[Interpreter, Interpreter]
    ) -> None:
        site.example("minor", self.SOURCE)
        site.write("snippets/minor.out", f"{pair[1].minor[2:]}\n")
        site.write(f"snippets/minor.{pair[0].minor}-{pair[0].minor}.out", f"{pair[0].minor[2:]}\n")
        status, said = self.build(site, pair)
        assert status == 0, said
        assert f"verified on {pair[0].version} · {pair[1].version}" in site.page("minor")


def test_each_snippet_runs_once_however_many_pages_show_it(site: Site) -> None:
    finished(site)
    site.write("docs/again.md", fence("done.py") + "\n" + fence("done.py"))
    build = site.build("--strict")
    assert "running 1/1 examples …" in build.said
    assert site.page("again").count("executed-transcript") == 2


def test_a_section_is_shown_and_the_whole_file_runs(site: Site) -> None:
    source = 'print("first")\n# --8<-- [start:last]\nprint("last")\n# --8<-- [end:last]\n'
    site.write("snippets/parts.py", source)
    site.write("snippets/parts.out", "first\nlast\n")
    site.write("docs/parts.md", fence("parts.py:last"))
    assert site.build("--strict").status == 0
    page = re.sub(r"<[^>]+>", "", site.page("parts"))
    assert "print(&quot;first&quot;)" not in page and "[start:last]" not in page
    assert re.search(r"first\s+last", page)


def test_provenance_lists_every_run(site: Site) -> None:
    finished(site)
    assert site.build("--strict").status == 0
    document = json.loads((site.folder / "site/provenance.json").read_text())
    [run] = document["runs"]
    version = ".".join(map(str, sys.version_info[:3]))
    assert (run["snippet"], run["python"], run["returncode"]) == ("done.py", version, 0)
    assert run["pages"] == ["done/"]
    assert run["wall_seconds"] > 0
    assert str(site.folder) not in json.dumps(document)


class TestTimeline:
    NAPS = (
        "import asyncio\n\n\nasync def nap(n: int) -> None:\n    await asyncio.sleep(n / 100)\n\n\n"
        "async def main() -> None:\n    await asyncio.gather(nap(1), nap(2))\n\n\n{}asyncio.run(main())\n"
    )

    def concurrent(self, site: Site, name: str, options: str = "", first: str = "") -> None:
        site.example(name, self.NAPS.format(first), options)
        site.write(f"snippets/{name}.out", "")

    def test_what_runs_concurrently_has_a_picture_and_steps(self, site: Site) -> None:
        self.concurrent(site, "naps")
        finished(site)
        assert site.build("--strict").status == 0
        page = site.page("naps")
        assert page.count("<figure") == 1
        assert "nap(2)" in page
        path = re.findall(r'data-replay="\.\./([^"]+)"', page)[0]
        assert json.loads((site.folder / "site" / path).read_text())["moments"]
        assert "<figure" not in site.page("done")

    def test_a_page_can_do_without(self, site: Site) -> None:
        self.concurrent(site, "naps", 'timeline="off"')
        assert site.build("--strict").status == 0
        page = site.page("naps")
        assert "<figure" not in page and "data-replay" not in page

    def test_several_runs_on_one_axis(self, site: Site) -> None:
        self.concurrent(site, "one")
        self.concurrent(site, "two")
        both = '```python exec="on" result="timeline" title="Both"\n--8<-- "one.py"\n--8<-- "two.py"\n```\n'
        site.write("docs/both.md", both)
        assert site.build("--strict").status == 0
        page = site.page("both")
        assert page.count('<svg class="tl"') == 1
        assert re.findall(r'class="tl-head"[^>]*>([^<]+)<', page) == ["one.py", "two.py"]
        assert "executed-transcript" not in page and "<title id=" in page

    def test_a_tracer_that_fails_leaves_the_output_and_warns(self, site: Site) -> None:
        broken = "__import__('executed_tracer').loops.stop_of = None\n"
        self.concurrent(site, "naps", first=broken)
        build = site.build()
        assert build.status == 0
        assert "docs/naps.md:1: snippets/naps.py has no timeline" in build.said
        assert "the tracer failed" in build.said and "to do: " in build.said
        page = site.page("naps")
        assert "<figure" not in page and "executed-transcript" in page
        assert site.build("--strict").status == 1
