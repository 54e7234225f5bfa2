"""One test of the package answers at once: nothing is begun that it does not need."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import PATIENCE, PROJECT

# Seconds of processor time, all told, if they are imported without being used.
SLOW = {"playwright", "axe_playwright_python", "hypothesis", "mkdocs", "matplotlib", "pymdownx"}
COLLECT = """
import json, sys, pytest
read = []
sys.addaudithook(lambda name, given: read.append(str(given[0])) if name == "open" else None)
status = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", *sys.argv[1:]])
pages = [one for one in read if one.endswith((".md", "mkdocs.yml"))]
print(json.dumps({"status": status, "pages": pages, "modules": sorted(sys.modules)}))
"""
SELECTIONS = {
    "some of a file": ["tests/package/test_golden.py", "-k", "test_alike"],
    "one test": ["tests/package/test_golden.py::test_a_golden_tells_stream_and_ending"],
}


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_a_test_of_the_package_reads_no_page_and_imports_no_browser(selection: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COLLECT, *selection],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["status"] == 0, done.stdout
    assert not found["pages"]
    assert not sorted(SLOW & set(found["modules"]))


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_it_starts_no_workers(selection: list[str]) -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *selection]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout
    assert "workers" not in done.stdout and "nodes" not in done.stdout
