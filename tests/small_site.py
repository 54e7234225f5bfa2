"""A small MkDocs project in a temporary folder, built by the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from conftest import CACHE, PATIENCE, PROJECT
from executed import assets

_CONFIG = f"""
site_name: Test
theme: {{name: mkdocs}}
plugins:
  - markdown-exec: {{languages: [python, py], ansi: "off"}}
  - executed: {{templates: {PROJECT / "docs/theme/executed"}, live: !ENV [EXECUTED_LIVE, false]}}
markdown_extensions:
  - admonition
  - md_in_html
  - pymdownx.highlight
  - pymdownx.snippets: {{base_path: [snippets], check_paths: true}}
  - pymdownx.superfences
"""
FENCE = '```python exec="on" source="above" result="text"{options}\n--8<-- "{name}"\n```\n'


@dataclass(frozen=True)
class Build:
    """How a build ended: exit status and everything it said."""

    status: int
    said: str


@dataclass(frozen=True)
class Site:
    """The project below `folder`."""

    folder: Path

    def __post_init__(self) -> None:
        self.write("mkdocs.yml", _CONFIG)

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, such as "docs/index.md" or "snippets/a.py"."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def example(self, name: str, source: str | bytes, options: str = "") -> None:
        """A snippet, and a page of the same name that shows it."""
        self.write(f"snippets/{name}.py", source)
        self.write(f"docs/{name}.md", fence(f"{name}.py", options))

    def command(self, *options: str) -> list[str]:
        return [sys.executable, "-m", "mkdocs", *options]

    def environment(self, **extra: str) -> dict[str, str]:
        # One interpreter unless a test asks for more; no CI settings.
        base = {k: v for k, v in os.environ.items() if not k.startswith("EXECUTED_")}
        base.pop("PYTHONDONTWRITEBYTECODE", None)  # compiling MkDocs takes half of a small build
        one = getattr(sys, "_base_executable", sys.executable)
        own = {
            "EXECUTED_INTERPRETERS": one,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPYCACHEPREFIX": str(CACHE / "bytecode"),
        }
        return base | own | extra

    def build(self, *options: str, env: Mapping[str, str] = {}) -> Build:
        done = subprocess.run(
            self.command("build", *options),
            cwd=self.folder,
            env=self.environment(**env),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE,
        )
        return Build(done.returncode, done.stdout)

    def page(self, name: str) -> str:
        return (self.folder / "site" / name / "index.html").read_text("utf-8")


def fence(name: str, options: str = "") -> str:
    return FENCE.format(name=name, options=f" {options}" if options else "")


# Node.js and npm that only look like it: quick, and without a network.
NODE = f"""
import sys
from pathlib import Path
script, *args = [Path(word) for word in sys.argv[1:]]
if script.name == "--version":
    print("v20.1.0")
elif script.name == "build.mjs":
    for name in {assets.NAMES!r}:
        (args[0] / name).write_text(name)
else:
    args[0 if script.name == "stdlib.mjs" else 1].write_text("zip")
"""
NPM = """
import os, sys, time
while not os.path.exists({go!r}):
    time.sleep(0.1)
sys.exit(open({go!r}).read() or 0)
"""


def with_fake_npm(site: Site) -> dict[str, str]:
    """The environment of a build whose npm waits for a file "go", and fails with what it says."""
    npm = NPM.format(go=str(site.folder / "go"))
    for name, source in {"node": NODE, "npm": npm}.items():
        site.write(f"bin/{name}", f"#!{sys.executable}\n{source}").chmod(0o755)
    return {"EXECUTED_LIVE": "true", "PATH": f"{site.folder / 'bin'}:{os.environ['PATH']}"}
