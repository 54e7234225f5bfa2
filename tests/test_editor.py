"""The editor of a program, in Chromium: what the keyboard does, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from executed.assets import Assets
from playwright.sync_api import Page, Route

ADDRESS = "http://editor.invalid/"
PROGRAM = "async def main():\n    print(1)\n\n\nprint(2)\n"
PAGE = f"""<!doctype html><html lang="en"><title>Editor</title>
<style>:root {{ --md-code-hl-keyword-color: rgb(63, 110, 198); --md-code-fg-color: #36464e;
  --md-default-fg-color: #222; --md-default-fg-color--light: #666; --md-default-bg-color: #fff;
  --md-code-bg-color: #f5f5f5; }}</style>
<main><h1>Editor</h1><button>Before</button>
<label for="program">The program</label><textarea id="program" rows="9">{PROGRAM}</textarea>
<button>After</button></main>
<script type="module">
  import {{ open }} from "./editor.js";
  window.runs = 0;
  window.changes = [];
  window.show = () => {{
    window.editor = open(document.querySelector("textarea"), {{
      onRun: () => window.runs++, onChange: (text) => window.changes.push(text),
    }});
  }};
</script>"""

Ask = Callable[[str], Any]


@pytest.fixture(scope="module")
def script(loaded: Assets) -> str:
    return dict(loaded.placed)[f"{loaded.folder}editor.js"].read_text("utf-8")


@pytest.fixture
def ask(page: Page, script: str) -> Ask:
    """Opens the editor; evaluates JavaScript on its page."""

    def answer(route: Route) -> None:
        if route.request.url.endswith("/editor.js"):
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")

    page.route("**/*", answer)
    page.goto(ADDRESS)
    page.evaluate("show(), editor.focus()")
    return page.evaluate


def test_it_holds_the_program_and_runs_it(page: Page, ask: Ask) -> None:
    assert ask("editor.text") == PROGRAM
    page.keyboard.press("Control+Enter")
    assert ask("runs") == 1
    assert ask("editor.text") == PROGRAM
    assert not page.locator("textarea").is_visible()


def test_what_is_typed_reaches_the_textarea_and_can_be_undone(page: Page, ask: Ask) -> None:
    page.keyboard.type("x = 1")
    assert ask("editor.text") == f"x = 1{PROGRAM}"
    assert ask("document.querySelector('textarea').value") == ask("changes.at(-1)")
    page.keyboard.press("Control+z")
    assert ask("changes.at(-1)") == PROGRAM


def test_tab_indents_and_escape_lets_tab_leave(page: Page, ask: Ask) -> None:
    page.keyboard.press("Tab")
    assert ask("editor.text").startswith("    async def")
    page.keyboard.press("Shift+Tab")
    assert ask("editor.text") == PROGRAM
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert ask("document.activeElement.textContent") == "After"
    assert ask("editor.text") == PROGRAM


def test_a_new_line_after_a_colon_is_indented(page: Page, ask: Ask) -> None:
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("pass")
    assert ask("editor.text").splitlines()[1] == "    pass"


def test_find_opens_a_panel(page: Page, ask: Ask) -> None:
    page.keyboard.press("Control+f")
    page.get_by_role("textbox", name="Find").fill("print")
    page.keyboard.press("Enter")
    assert page.locator(".cm-searchMatch").count() == 2
    page.keyboard.press("Escape")
    assert page.locator(".cm-search").count() == 0


def test_a_line_is_marked(page: Page, ask: Ask) -> None:
    ask("editor.markLine(2)")
    assert page.locator(".cm-marked-line").all_text_contents() == ["    print(1)"]
    ask("editor.markLine(99)")
    assert page.locator(".cm-marked-line").count() == 0


def test_text_is_set_and_the_editor_taken_away(page: Page, ask: Ask) -> None:
    ask("editor.setText('y = 2\\n')")
    assert ask("changes.at(-1)") == "y = 2\n"
    ask("editor.destroy()")
    assert page.locator("textarea").input_value() == "y = 2\n"
    assert page.locator(".cm-editor").count() == 0
    ask("show()")
    assert ask("editor.text") == "y = 2\n"


def test_it_has_the_colours_of_the_page(page: Page, ask: Ask) -> None:
    keyword = page.locator(".cm-line span", has_text="async").first
    assert keyword.evaluate("one => getComputedStyle(one).color") == "rgb(63, 110, 198)"


def test_a_screen_reader_is_told_what_it_is_and_how_to_leave(page: Page, ask: Ask) -> None:
    box = page.get_by_role("textbox", name="The program")
    assert box.count() == 1
    hint = ask(f"document.getElementById({box.get_attribute('aria-describedby')!r}).textContent")
    assert "Escape, then Tab" in hint
    page.keyboard.press("Control+f")
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
