"""The real site in a real browser: looks, keyboard, search, no other host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PATIENCE, PROJECT, Visit
from looks import LOOKS, TOO_WIDE, Heard, faults, overlapping
from playwright.sync_api import Browser, Page, expect

DOCS = PROJECT / "docs"


def page_of(source: Path) -> str:
    """Where the site has the page of a file: "start/waiter.md" is at "start/waiter/"."""
    place = source.relative_to(DOCS).with_suffix("")
    place = place.parent if place.stem == "index" else place
    return "" if place == Path() else f"{place.as_posix()}/"


PAGES = sorted(
    page_of(source)
    for source in [*DOCS.rglob("*.md"), *DOCS.glob("lab/*.py")]
    if source.relative_to(DOCS).parts[0] not in ("plugins", "theme")
)
NAMES = [path.rstrip("/") or "home" for path in PAGES]


def test_every_page_of_the_site_is_looked_at(site: Path) -> None:
    built = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert built == {path.rstrip("/") or "." for path in PAGES}


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


@pytest.mark.parametrize("path", [*PAGES, "404.html"], ids=[*NAMES, "not found"])
def test_page_fits_is_quiet_and_accessible(page: Page, address: str, path: str) -> None:
    heard = Heard.of(page, address)
    page.goto(address + path, wait_until="networkidle")
    found = {name: told for name, look in LOOKS.items() if (told := faults(page, look))}
    assert not found
    assert not heard.said
    assert not overlapping(page)


# What stands in for a careless author: a fault, and the look that must find it.
PLANTED = {
    "img-alt": ("wide", "image-alt", "<img src='data:,'>"),
    "pale": ("wide", "color-contrast", "<p style='color: #fff; background: #eee'>pale</p>"),
    "ghost": (
        "wide",
        "color-contrast",
        "<pre><code><span class='ghost'>one</span> <span class='ghost'>two</span></code></pre>",
    ),
    "phone": ("narrow", TOO_WIDE, "<p class='only-narrow' style='width: 600px'>wide</p>"),
    "unnamed": ("narrow", "button-name", "<button class='only-narrow'></button>"),
    "night": ("dark", "color-contrast", "<p class='night'>dark on dark</p>"),
}
STYLE = """
.only-narrow { display: none }
.ghost { color: #eee }
@media (max-width: 400px) { .only-narrow { display: block } }
[data-md-color-scheme=slate] .night { color: #222 }
"""


def test_each_look_finds_what_is_planted_for_it(page: Page, address: str) -> None:
    page.goto(address + "404.html")
    page.add_style_tag(content=STYLE)
    for _, _, markup in PLANTED.values():
        page.evaluate(
            "markup => document.querySelector('.md-content__inner').insertAdjacentHTML('beforeend', markup)",
            markup,
        )
    found = {name: faults(page, look).keys() for name, look in LOOKS.items()}
    for look, rule, markup in PLANTED.values():
        assert rule in found[look], markup
    assert TOO_WIDE not in found["wide"] and "button-name" not in found["wide"]
    assert found["dark"] == {"color-contrast"}


def test_an_error_and_a_request_are_heard(page: Page, address: str) -> None:
    heard = Heard.of(page, address)
    page.goto(address + "404.html")
    assert not heard.said
    page.evaluate("setTimeout(() => { throw new Error('thrown') })")
    page.evaluate("console.error('logged')")
    page.evaluate("fetch('https://other.invalid/').catch(() => 0)")
    for words in ("thrown", "logged", "other.invalid"):
        assert [one for one in heard.said if words in one], heard.said


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


def test_tabs_work_by_keyboard_and_without_javascript(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False)
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


# Links of the paragraph that follows a heading of another page.
LEADS_TO = """async (address) => {
  const answer = await fetch(address);
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  let one = other.getElementById(decodeURIComponent(new URL(address).hash.slice(1)));
  do one = one.nextElementSibling; while (one.tagName !== "P");
  return [...one.querySelectorAll("a")].map((link) => new URL(link.getAttribute("href"), address).href);
}"""


@pytest.fixture(scope="module")
def searching(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose search is open: one for all messages, as each begins anew."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("s")
    yield page
    page.close()


@pytest.mark.parametrize(("words", "target"), SEARCHES.items(), ids=SEARCHES)
def test_search_leads_from_an_error_message_to_its_answer(
    searching: Page, words: str, target: str
) -> None:
    results = searching.locator(".md-search-result__item")
    box = searching.get_by_placeholder("Search")
    box.fill("")
    searching.keyboard.press("End")  # the search listens to keys
    expect(results).to_have_count(0)
    box.fill(words)
    searching.keyboard.press("End")
    results.first.wait_for()
    found = results.first.locator("a").evaluate_all("links => links.map((link) => link.href)")
    if MESSAGES in found[0]:  # a section there, which leads on
        found = searching.evaluate(LEADS_TO, next(one for one in found if "#" in one))
    assert any(target in one for one in found), found


def test_every_link_of_a_page_to_itself_works(site: Path) -> None:
    for path in PAGES:
        text = (site / path / "index.html").read_text()
        ids = set(re.findall(r'\bid="([^"]+)"', text))
        targets = {target for target in re.findall(r'href="#([^"]+)"', text) if target != "__skip"}
        assert targets <= ids | {"__top"}, path


def test_ids_are_unique(site: Path) -> None:
    for path in PAGES:
        text = (site / path / "index.html").read_text()
        text = re.sub(r"<(script|style|svg)\b.*?</\1>", "", text, flags=re.DOTALL)
        ids = re.findall(r'<[^>]+\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})
