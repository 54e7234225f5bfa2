"""Output that is unusual but right: shown as text, and nothing leaks."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from html import unescape

import pytest
from executed import golden, interpreters, scheduler, snippet
from executed.scheduler import Request
from small_site import Build, Site

pytestmark = pytest.mark.xdist_group("odd output")
DECLARED_FAILURE = "# /// script\n# [tool.executed]\n# returncode = 1\n# ///\n"


@dataclass(frozen=True)
class Odd:
    """A program and the lines that the page must show, as text."""

    name: str
    source: str | bytes
    shows: tuple[str, ...]


PROGRAMS = [
    Odd("not_utf8", 'import sys\n\nsys.stdout.buffer.write(b"caf\\xe9\\n")\n', ("caf\\xe9",)),
    Odd("not_utf8_raw", 'import os\n\nos.write(1, b"caf\\xe9\\n")\n', ("caf\\xe9",)),
    Odd("nul", 'print("a\\0b\\rc")\n', ("a␀b␍c",)),
    Odd("ansi", 'print("\\x1b[1;31mred\\x1b[0m, plain")\n', ("red, plain",)),
    Odd(
        "markup",
        'print("</code></pre><script>alert(1)</script>")\n',
        ("</code></pre><script>alert(1)</script>",),
    ),
    Odd("template", 'print("{{ page.title }} {% if %}")\n', ("{{ page.title }} {% if %}",)),
    Odd(
        "fence_like",
        'print("```python\\n~~~\\n# not a title")\n',
        ("```python", "~~~", "# not a title"),
    ),
    Odd("no_newline", 'print("the end", end="")\n', ("the end",)),
    Odd("nothing", "pass\n", ("(no output)",)),
    Odd("empty", "", ("(no output)",)),
    Odd("stdin", DECLARED_FAILURE + "input()\n", ("EOFError: EOF when reading a line",)),
    Odd("bom", b"\xef\xbb\xbfprint('after the mark')\n", ("after the mark",)),
    Odd("crlf", b"if True:\r\n    print('returns')\r\n", ("returns",)),
    Odd("tabs", "if True:\n\tprint('tab\\tbed')\n", ("tab\tbed",)),
    Odd(
        "order",
        'import sys\n\nfor n in range(3):\n    print("out", n)\n    print("err", n, file=sys.stderr)\n',
        ("out 0", "err 0", "out 1", "err 1", "out 2", "err 2"),
    ),
    Odd(
        "child",
        "import subprocess\nimport sys\n\nprint('before')\nsubprocess.run([sys.executable, '-c', 'print(\"child\")'])\nprint('after')\n",
        ("before", "child", "after"),
    ),
    Odd(
        "paths",
        "import asyncio\nimport os\n\nprint(__file__, os.getcwd(), asyncio.__file__)\n",
        ("paths.py . python3", "/asyncio/__init__.py"),
    ),
    # Two that would disturb each other, and the repository, if they could.
    Odd(
        "spoils",
        "import locale\nimport os\nimport signal\nimport asyncio\nfrom pathlib import Path\n\n"
        'Path("left.txt").write_text("left")\nos.environ["SPOILT"] = "yes"\nos.chdir("/")\n'
        'signal.signal(signal.SIGINT, signal.SIG_IGN)\nlocale.setlocale(locale.LC_ALL, "C")\n'
        "asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())\nprint('spoilt')\n",
        ("spoilt",),
    ),
    Odd(
        "unspoilt",
        "import os\nimport signal\nfrom pathlib import Path\n\nprint(os.listdir('.'), os.environ.get('SPOILT'))\n"
        "print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)\n",
        ("['unspoilt.py'] None", "True"),
    ),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose goldens are what each program printed a moment ago."""
    site = Site(tmp_path_factory.mktemp("odd"))
    site.write("docs/index.md", "# Odd\n")
    [python] = [one for one in interpreters.find() if one.minor == f"3.{sys.version_info.minor}"]
    for odd in PROGRAMS:
        site.example(odd.name, odd.source)
    programs = [snippet.load(site.folder / "snippets", f"{odd.name}.py") for odd in PROGRAMS]
    runs = scheduler.run_all([Request(one, python) for one in programs], lambda _: None)
    for program, run in zip(programs, runs, strict=True):
        golden.update(program, [run])
    return site


@pytest.fixture(scope="module")
def build(site: Site) -> Build:
    before = set(site.folder.rglob("*"))
    build = site.build("--strict")
    assert build.status == 0, build.said
    after = {
        path
        for path in site.folder.rglob("*")
        if not {"site", ".cache"} & set(path.relative_to(site.folder).parts)
    }
    assert after == before, "an example changed the project's files"
    return build


def shown(page: str) -> list[str]:
    """The transcript of a page as a reader sees it."""
    [block] = re.findall(r'executed-transcript"><pre><code>(.*?)</code></pre>', page, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", block)).splitlines()


@pytest.mark.parametrize("odd", PROGRAMS, ids=lambda odd: odd.name)
def test_is_shown_as_text(odd: Odd, site: Site, build: Build) -> None:
    text = "\n".join(shown(site.page(odd.name)))
    place = 0
    for words in odd.shows:
        assert words in text[place:], text
        place = text.index(words, place)


def test_colours_are_classes(site: Site, build: Build) -> None:
    assert '<span class="ansi-bold ansi-colour-1">red</span>' in site.page("ansi")


def test_streams_are_told_apart(site: Site, build: Build) -> None:
    assert site.page("order").count('data-stream="stderr"') == 3


def test_no_path_of_the_machine(site: Site, build: Build) -> None:
    pages = [path.read_text() for path in (site.folder / "site").rglob("index.html")]
    assert not [page for page in pages if str(site.folder) in page or "/tmp/" in page]


def test_download_is_the_very_file(site: Site, build: Build) -> None:
    source = (site.folder / "snippets/crlf.py").read_bytes()
    assert 'href="../snippets/crlf.py" download' in site.page("crlf")
    assert (site.folder / "site/snippets/crlf.py").read_bytes() == source
