"""Bad input: a clear error with page:line, what was expected, what to do.

All bad examples share one real build: it must report every one of them.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import Build, Site

pytestmark = pytest.mark.xdist_group("bad input")


def declaring(*lines: str) -> str:
    rows = "".join(f"# {line}\n" for line in lines)
    return f"# /// script\n# [tool.executed]\n{rows}# ///\n"


@dataclass(frozen=True)
class Bad:
    """A program, the options of its fence, and what the build must say."""

    name: str
    source: str | bytes
    says: tuple[str, ...]
    options: str = ""
    line: int | None = None
    golden: str | None = None


SHORT = declaring("timeout = 3")
LEFT = f"import time; time.sleep(77.{os.getpid()})"  # no other test's
PROGRAMS = [
    Bad("raises", 'print("go")\n\n{}["key"]\n', ("exit 1", "KeyError: 'key'", "exit 0"), line=3),
    Bad("exits", "import sys\n\nsys.exit(3)\n", ("ended with exit 3", "returncode = 3")),
    Bad(
        "succeeds", declaring("returncode = 1") + 'print("fine")\n', ("exit 0", "expected: exit 1")
    ),
    Bad(
        "succeeds_fence",
        'print("fine")\n',
        ("ended with exit 0", "expected: exit 2"),
        'returncode="2"',
    ),
    Bad(
        "half",
        'import sys\n\nprint("1")\nsys.exit(0)\nprint("2")\n',
        ("'2'", "'(the end)'"),
        golden="1\n2\n",
    ),
    Bad(
        "half_hard",
        'import os\n\nprint("1")\nos._exit(0)\n',
        ("'2'", "'(the end)'"),
        golden="1\n2\n",
    ),
    Bad("no_golden", 'print("new")\n', ("has no golden output", "--update-examples")),
    Bad(
        "hangs",
        SHORT + "import time\n\ntime.sleep(60)\n",
        ("time limit", "still running after 3 s"),
        line=7,
    ),
    Bad(
        "deaf",
        SHORT
        + "import signal\nimport time\n\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        + "signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    time.sleep(1)\n",
        ("killed at the time limit",),
    ),
    Bad(
        "leaves_child",
        f"import subprocess\nimport sys\n\nsubprocess.Popen([sys.executable, '-c', {LEFT!r}])\n",
        ("left a process behind", "leftover-process"),
    ),
    Bad(
        "leaves_session",
        "import subprocess\nimport sys\n\nsubprocess.Popen([sys.executable, '-c', "
        f"{LEFT!r}], start_new_session=True)\n",
        ("left a process behind",),
    ),
    Bad(
        "leaves_thread",
        SHORT
        + "import threading\nimport time\n\nthreading.Thread(target=time.sleep, args=(60,)).start()\n",
        ("killed at the time limit",),
    ),
    Bad("floods", 'while True:\n    print("x" * 1000)\n', ("output-cap", "more than 256 KiB")),
    Bad("one_line", 'print("x" * 10_000_000)\n', ("output-cap", "more than 256 KiB")),
    Bad("reads", 'input("name? ")\n', ("EOFError", "exit 1"), line=1),
    Bad(
        "crashes",
        "import ctypes\n\nctypes.string_at(0)\n",
        ("ended by a signal", "SIGSEGV"),
        line=3,
    ),
    Bad(
        "out_of_memory",
        declaring("memory = 256")
        + "blocks = []\nwhile True:\n    blocks.append(bytearray(10_000_000))\n",
        ("MemoryError", "exit 1"),
    ),
    Bad(
        "overflows",
        "import sys\n\n\ndef down() -> None:\n    down()\n\n\nsys.setrecursionlimit(10**4)\ndown()\n",
        ("RecursionError", "exit 1"),
    ),
    Bad(
        "overflows_stack",
        "import re\nimport sys\n\nsys.setrecursionlimit(10**8)\n\n\nclass Deep:\n"
        "    def __repr__(self) -> str:\n        return repr([self])\n\n\nrepr(Deep())\n",
        ("SIG", "signal"),
    ),
    Bad(
        "never_awaited",
        "import asyncio\n\n\nasync def job() -> None: ...\n\n\nasync def main() -> None:\n"
        "    job()\n\n\nasyncio.run(main())\n",
        ("never awaited", 'declares = ["never-awaited"]', "coroutine 'job' was never awaited"),
    ),
    Bad(
        "never_retrieved",
        "import asyncio\n\n\nasync def job() -> None:\n    raise ValueError('lost')\n\n\n"
        "async def main() -> None:\n    task = asyncio.create_task(job())\n    await asyncio.sleep(0.01)\n"
        "    del task\n\n\nasyncio.run(main())\n",
        ("never retrieved", "ValueError: lost"),
    ),
    Bad(
        "thread_raises",
        "import threading\n\n\ndef job() -> None:\n    raise ValueError('lost')\n\n\n"
        "worker = threading.Thread(target=job)\nworker.start()\nworker.join()\n",
        ("in a thread", "ValueError: lost"),
    ),
    Bad(
        "declares_in_vain",
        declaring('declares = ["never-awaited"]') + 'print("fine")\n',
        ("declares 'never-awaited', which did not happen",),
    ),
    Bad(
        "computes",
        "import time\n\nwhile time.process_time() < 1.2:\n    pass\n",
        ("computed for", 'lane = "exclusive"'),
    ),
    Bad(
        "alone",
        declaring('lane = "exclusive"') + "import time\n\ntime.sleep(0.3)\n",
        ("runs alone to compute", "measures = true"),
    ),
    Bad("syntax", "print('open'\n", ("SyntaxError", "exit 1"), line=1),
    Bad("tabs_mixed", "if True:\n\tprint(1)\n        print(2)\n", ("TabError", "exit 1"), line=3),
    Bad("latin", b"# caf\xe9\nprint(1)\n", ("cannot be read", "UTF-8")),
    Bad(
        "metadata_key",
        declaring("timeuot = 3") + "print(1)\n",
        ("'timeuot'", "did you mean 'timeout'?"),
    ),
    Bad(
        "metadata_value",
        declaring('timeout = "long"') + "print(1)\n",
        ("timeout = 'long'", "seconds"),
    ),
    Bad(
        "metadata_trace",
        declaring('trace = "serve"') + "print(1)\n",
        ("trace = 'serve'", "a list of names of functions"),
    ),
    Bad(
        "traces_nobody",
        declaring('trace = ["srve"]') + "def serve() -> None: ...\n\n\nserve()\n",
        ("traces 'srve', which was not called", "did you mean 'serve'?"),
    ),
    Bad(
        "metadata_browser",
        declaring("timeout = 5", 'browser = ""') + "print(1)\n",
        ("browser = ''", "why it does not run in the reader's browser"),
        line=4,
    ),
    Bad("metadata_toml", "# /// script\n# nonsense\n# ///\nprint(1)\n", ("metadata is not TOML",)),
    Bad(
        "malformed_requires",
        '# /// script\n# requires-python = "three"\n# ///\nprint(1)\n',
        ("malformed requires-python 'three'", ">=3.8,<3.11"),
    ),
]

# fence or body -> what the build must say
FENCES = {
    "unknown_option": (
        '```python exec="on" sorce="above"\n--8<-- "good.py"\n```',
        ["'sorce'", "did you mean 'source'?"],
    ),
    "bad_source": (
        '```python exec="on" source="left"\n--8<-- "good.py"\n```',
        ['source="left"', '"above"'],
    ),
    "bad_returncode": (
        '```python exec="on" returncode="abc"\n--8<-- "good.py"\n```',
        ['returncode="abc"', "a whole number"],
    ),
    "bad_python": (
        '```python exec="on" python="2.7"\n--8<-- "good.py"\n```',
        ['python="2.7"', "3.15"],
    ),
    "bad_lines": (
        '```python exec="on" hl_lines="x"\n--8<-- "good.py"\n```',
        ['hl_lines="x"', "line numbers"],
    ),
    "not_admitted": (
        '```python exec="on" python="3.8"\n--8<-- "good.py"\n```',
        ["not admitted", "requires-python"],
    ),
    "misspelt_exec": (
        '```python exce="on"\n--8<-- "good.py"\n```',
        ["'exce'", "did you mean 'exec'?"],
    ),
    "wrong_language": (
        '```bash exec="on"\necho hello\n```',
        ["'bash'", "Python, the only language"],
    ),
    "nothing_to_draw": (
        '```python exec="on" timeline="on"\n--8<-- "good.py"\n```',
        ["nothing to draw of snippets/good.py", 'trace = ["serve"]'],
    ),
    "two_programs": (
        '```python exec="on"\n--8<-- "good.py"\n--8<-- "good.py"\n```',
        ["something else than one include", 'several with result="timeline"'],
    ),
    "two_sources": (
        '```python exec="on" source="above" result="timeline"\n--8<-- "drawn.py"\n--8<-- "drawn.py"\n```',
        ["source= on a fence with several programs"],
    ),
    "bad_timeline": (
        '```python exec="on" timeline="maybe"\n--8<-- "good.py"\n```',
        ['timeline="maybe"', '"on" or "off"'],
    ),
    "missing_file": (
        '```python exec="on"\n--8<-- "god.py"\n```',
        ["no snippet 'god.py'", "did you mean 'good.py'?"],
    ),
    "missing_section": (
        '```python exec="on"\n--8<-- "good.py:ed"\n```',
        ["no section 'ed'", "did you mean 'end'?"],
    ),
    "open_section": (
        '```python exec="on"\n--8<-- "good.py:open"\n```',
        ["'open' does not begin and end"],
    ),
    "outside": ('```python exec="on"\n--8<-- "../docs/index.md"\n```', ["outside snippets/"]),
    "absolute": ('```python exec="on"\n--8<-- "/etc/hostname"\n```', ["outside snippets/"]),
    "linked_out": (
        '```python exec="on"\n--8<-- "link.py"\n```',
        ["a link to a file outside snippets/"],
    ),
    "inline_code": ('```python exec="on"\nprint(1)\n```', ["something else than one include"]),
    "empty_body": ('```python exec="on"\n```', ["something else than one include"]),
    "never_closed": ('```python exec="on"\n--8<-- "good.py"\n', ["never closes"]),
    "plain_missing": ('```python\n--8<-- "god.py"\n```', ["no snippet 'god.py'", "did you mean"]),
}
GOOD = (
    'print("good")\n# --8<-- [start:end]\nprint("end")\n# --8<-- [end:end]\n# --8<-- [start:open]\n'
)
# Programs that no page offers to run, but that say why they cannot run in a browser.
NO_BUTTON = {
    "not_live.py": '```python exec="on" live="off"\n--8<-- "not_live.py"\n```\n',
    "drawn_only.py": '```python exec="on" result="timeline"\n--8<-- "drawn_only.py"\n```\n',
    "tea_check.py": "# A page without it\n",
}
MARK = "left by an earlier build"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("bad"))
    site.write("docs/index.md", "# Bad\n")
    site.write("site/index.html", MARK)
    for bad in PROGRAMS:
        site.example(bad.name, bad.source, bad.options)
        if bad.golden is not None:
            site.write(f"snippets/{bad.name}.out", bad.golden)
    for name, (text, _) in FENCES.items():
        site.write(f"docs/{name}.md", f"# Page\n\nText.\n\n{text}")
    site.write("docs/good.md", '```python exec="on"\n--8<-- "good.py"\n```\n')
    site.write("snippets/good.py", GOOD)
    site.write("snippets/good.out", "good\nend\n")
    site.write("snippets/drawn.py", "import asyncio\n")
    site.write("snippets/drawn.out", "")
    for name, fence in NO_BUTTON.items():
        site.write(f"snippets/{name}", declaring('browser = "needs threads"') + "import asyncio\n")
        site.write(f"docs/no_button_{name}.md", fence)
    site.write("snippets/unused.py", "print()\n")
    site.write("snippets/lonely.out", "\n")
    site.write("snippets/good.3.7-3.9.out", "\n")
    site.write("elsewhere.py", "print()\n")
    (site.folder / "snippets/link.py").symlink_to(site.folder / "elsewhere.py")
    return site


@pytest.fixture(scope="module")
def build(site: Site) -> Build:
    return site.build()


def paragraph(build: Build, page: str) -> str:
    """The one report that begins with this place."""
    found = [part for part in build.said.split("\n\n") if part.startswith(f"{page}: ")]
    assert found, f"nothing said of {page} in:\n{build.said}"
    return "\n".join(found)


@pytest.mark.parametrize("bad", PROGRAMS, ids=lambda bad: bad.name)
def test_program(bad: Bad, build: Build) -> None:
    text = paragraph(build, f"docs/{bad.name}.md:1")
    where = f"snippets/{bad.name}.py" + (f":{bad.line}:" if bad.line else "")
    for words in (*bad.says, where, "expected: ", "to do: "):
        assert words in text


@pytest.mark.parametrize("name", FENCES)
def test_fence(name: str, build: Build) -> None:
    text = paragraph(build, f"docs/{name}.md:{6 if name == 'plain_missing' else 5}")
    for words in (*FENCES[name][1], "expected: ", "to do: "):
        assert words in text


def test_orphans(build: Build) -> None:
    assert "no page uses" in paragraph(build, "snippets/unused.py")
    for name in ("lonely.out", "good.3.7-3.9.out"):
        assert "a golden without a snippet" in paragraph(build, f"snippets/{name}")


def test_reasons_that_no_page_shows(build: Build) -> None:
    for name in NO_BUTTON:
        text = paragraph(build, f"snippets/{name}:3")
        assert "no page has a button for it" in text and "to do: remove the key" in text


def test_good_example_is_not_reported(build: Build) -> None:
    assert "docs/good.md" not in build.said


def test_status_and_previous_site(site: Site, build: Build) -> None:
    assert build.status == 1
    assert (site.folder / "site/index.html").read_text() == MARK
    assert not list(site.folder.glob(".site-*"))


def test_no_traceback_and_no_path_of_the_machine(site: Site, build: Build) -> None:
    report = build.said[build.said.index(" problems in the examples") :]
    assert "mkdocs/" not in report
    assert str(site.folder) not in report
    assert not re.search(r"/tmp/executed-", report)


def test_nothing_survives(build: Build) -> None:
    commands = [
        path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if readable(path)
    ]
    assert not [command for command in commands if LEFT.encode() in command]


def readable(path: Path) -> bool:
    try:
        path.read_bytes()
    except OSError:
        return False
    return True
