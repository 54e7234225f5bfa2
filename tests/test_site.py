"""The real site in a real browser: looks, keyboard, search, no other host."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from conftest import PROJECT
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.timeout(600)
PAGES = {
    "home": "",
    "waiter": "start/waiter/",
    "generators": "foundations/generators/",
    "coroutines": "foundations/coroutines/",
    "together": "foundations/together/",
    "event loop": "foundations/event-loop/",
    "blocking": "foundations/blocking/",
    "waiting": "working/waiting/",
    "structured": "working/structured/",
    "errors": "working/errors/",
    "cancellation": "working/cancellation/",
    "sharing": "working/sharing/",
    "threads": "working/threads/",
    "choosing": "working/choosing/",
    "streams of values": "working/streams-of-values/",
    "old asyncio": "legacy/old-asyncio/",
    "what changed": "legacy/what-changed/",
    "messages": "legacy/messages/",
    "article": "legacy/article/",
    "playground": "playground/",
    "notebook": "lab/notebook/",
}
# Width, colours, and what axe looks at: all, then what the look can change.
LOOKS: dict[str, tuple[int, Literal["light", "dark"], dict[str, Any]]] = {
    "wide": (1280, "light", {}),
    "narrow": (360, "light", {"rules": {"color-contrast": {"enabled": False}}}),
    "dark": (1280, "dark", {"runOnly": ["color-contrast"]}),
}
# Serious in axe's words, but made by the theme: every one has a reason.
THEME = {
    "scrollable-region-focusable": "Material makes code blocks focusable only while they overflow",
}


def test_no_page_names_a_script_of_another_host(site: Path) -> None:
    loads = re.compile(
        r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["']https?://[^"']+|from ["']https?://"""
    )
    found = {
        path.relative_to(site).as_posix(): match[0]
        for path in site.rglob("*.html")
        if (match := loads.search(path.read_text())) and "canonical" not in match[0]
    }
    assert not found


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_fits_is_quiet_and_accessible(
    browser: Browser, address: str, path: str, look: str
) -> None:
    width, scheme, options = LOOKS[look]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "request",
        lambda request: (
            said.append(request.url) if not request.url.startswith((address, "data:")) else None
        ),
    )
    page.goto(address + path, wait_until="networkidle")
    assert not said
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
        "wider than the screen"
    )
    result = Axe().run(page, context=".md-content", options=options)
    serious = {
        violation["id"]: [node["html"][:120] for node in violation["nodes"]][:3]
        for violation in result.response["violations"]
        if violation["impact"] in ("serious", "critical") and violation["id"] not in THEME
    }
    assert not serious
    context.close()


def test_copy_takes_the_output_without_its_gutter(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    block = page.locator(".executed-transcript").first
    block.hover()
    block.get_by_role("button").click()
    lines = str(page.evaluate("navigator.clipboard.readText()")).splitlines()
    assert lines[:3] == ["the weather is here", "the timetable is here", "the map is here"]


def test_download_is_the_program(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download trust.py").click()
    assert download.value.suggested_filename == "trust.py"
    assert download.value.path().read_bytes() == (PROJECT / "snippets/start/trust.py").read_bytes()


def test_tabs_work_by_keyboard_and_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    error = page.get_by_text("RuntimeError: There is no current event loop").last
    shown = page.locator("#example-trust-versions .tabbed-block:visible")
    assert shown.locator(".executed-provenance").inner_text().startswith("CPython 3.")
    first = shown.inner_text()
    page.locator("#example-trust-versions-1").focus()
    for _ in range(page.locator("#example-trust-versions input").count() - 1):
        page.keyboard.press("ArrowRight")
    assert shown.inner_text() != first
    assert error.is_visible() or "Not run here" in shown.inner_text()
    context.close()


MESSAGES = "legacy/messages"
SEARCHES = {
    "asyncio.run() cannot be called from a running event loop": "lab/notebook",
    "Non-thread-safe operation invoked on an event loop": "working/threads",
    "Passing coroutines is forbidden, use tasks explicitly": "legacy/old-asyncio",
    "module 'asyncio' has no attribute 'coroutine'. Did you mean: 'coroutines'?": "legacy/old-asyncio",
    "There is no current event loop in thread 'MainThread'": "legacy/old-asyncio",
    "An asyncio.Future, a coroutine or an awaitable is required": "legacy/old-asyncio",
    "The explicit passing of coroutine objects to asyncio.wait() is deprecated": "legacy/old-asyncio",
    "The loop argument is deprecated since Python 3.8": "legacy/old-asyncio",
    "IndentationError: unexpected indent": "legacy/article",
    "SyntaxError: invalid syntax": "legacy/old-asyncio",
    "RuntimeWarning: coroutine was never awaited": "foundations/coroutines",
    "cannot reuse already awaited coroutine": "foundations/coroutines",
    "generator raised StopIteration": "foundations/generators",
    "attached to a different loop": "working/sharing",
    "Task exception was never retrieved": "working/errors",
    "unhandled errors in a TaskGroup": "working/errors",
    "'TaskGroup' object has no attribute 'cancel'": "working/structured",
    "'async for' requires an object with __aiter__ method": "working/streams-of-values",
    "does not support the asynchronous context manager protocol": "working/streams-of-values",
    "Too many open files": "working/sharing",
    "object is not iterable": "foundations/generators",
    "freeze_support": "working/choosing",
}


@pytest.mark.parametrize(("words", "target"), SEARCHES.items(), ids=SEARCHES)
def test_search_leads_from_an_error_message_to_its_answer(
    page: Page, address: str, words: str, target: str
) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("s")
    page.get_by_placeholder("Search").fill(words)
    page.keyboard.press("End")  # the search listens to keys
    page.locator(".md-search-result__link").first.wait_for()
    best = page.locator(".md-search-result__item").first.locator("a")
    found = [one.get_attribute("href") or "" for one in best.all()]
    if MESSAGES in found[0]:  # a section there, which leads on
        sections = [one for one in found if "#" in one]
        page.goto(sections[0])
        heading = page.locator(f"[id='{sections[0].partition('#')[2]}']")
        links = heading.locator("xpath=following-sibling::p[1]//a").all()
        found = [one.evaluate("link => link.href") for one in links]
    assert any(target in one for one in found), found


def test_every_link_of_a_page_to_itself_works(site: Path) -> None:
    for path in PAGES.values():
        text = (site / path / "index.html").read_text()
        ids = set(re.findall(r'\bid="([^"]+)"', text))
        targets = {target for target in re.findall(r'href="#([^"]+)"', text) if target != "__skip"}
        assert targets <= ids | {"__top"}, path


def test_ids_are_unique(site: Path) -> None:
    for path in PAGES.values():
        text = (site / path / "index.html").read_text()
        text = re.sub(r"<(script|style|svg)\b.*?</\1>", "", text, flags=re.DOTALL)
        ids = re.findall(r'<[^>]+\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})
