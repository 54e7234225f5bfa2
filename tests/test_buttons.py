"""What a build offers to run: it trusts the metadata, and needs Node.js only to fetch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_site import Build, Site, with_fake_npm

pytestmark = pytest.mark.xdist_group("buttons")
THREADS = """\
# /// script
# [tool.executed]
# browser = "needs threads"
# ///
import threading

print(threading.active_count())
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("buttons"))
    site.write("docs/index.md", "# Site\n")
    site.example("plain", 'print("plain")\n')
    site.write("snippets/plain.out", "plain\n")
    site.example("threads", THREADS)
    site.write("snippets/threads.out", "1\n")
    return site


@pytest.fixture(scope="module")
def builds(site: Site) -> tuple[Build, Build]:
    """One that fetches, and one on a machine without Node.js."""
    environment = with_fake_npm(site)
    site.write("go", "")
    first = site.build("--strict", env=environment)
    (site.folder / "empty").mkdir()
    without = environment | {"PATH": str(site.folder / "empty")}
    return first, site.build("--strict", env=without)


def test_the_first_build_fetches_and_the_next_needs_no_node(builds: tuple[Build, Build]) -> None:
    first, second = builds
    assert first.status == 0 and "npm ci" in first.said
    assert second.status == 0 and "npm" not in second.said


def test_a_program_that_says_nothing_has_a_button(site: Site, builds: tuple[Build, Build]) -> None:
    page = site.page("plain")
    assert "executed-edit" in page and "Runs at home" not in page


def test_a_program_that_says_why_not_has_its_words_instead(
    site: Site, builds: tuple[Build, Build]
) -> None:
    page = site.page("threads")
    assert "Runs at home, not here: it needs threads. <code>python threads.py</code>" in page
    assert "executed-edit" not in page


def test_the_playground_offers_only_what_runs(site: Site, builds: tuple[Build, Build]) -> None:
    menu = json.loads(Path(site.folder, "site/programs.json").read_text("utf-8"))
    offered = [one["source"] for page in menu for one in page["programs"]]
    assert offered == ["snippets/plain.py"]
