"""Edit & run, the playground and Check, in a real browser."""

from __future__ import annotations

import base64
import json
import random
import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from conftest import PATIENCE, PROJECT
from executed import exercises
from executed.assets import Assets
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    Request,
    Route,
    WebError,
    expect,
)

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.usefixtures("loaded"),
]
WAITER = "start/waiter/"
PLAYGROUND = "playground/"
START = PATIENCE * 1000  # milliseconds
SHORT = 'import asyncio\n\nasync def main():\n    print("ready")\n\nasyncio.run(main())\n'
BUSY = 'print("busy", flush=True)\nwhile True:\n    pass\n'
EVIL = '<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>'

Open = Callable[..., Locator]


def fragment(source: str, slug: str = "playground") -> str:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(source.encode()) + packer.flush()
    return f"#live={slug}:{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Who comes again: what the browser has fetched and compiled it has not to fetch again."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext, address: str) -> Iterator[Page]:
    """A page of its own, for which nothing is stored."""
    page = visitor.new_page()
    devtools = visitor.new_cdp_session(page)
    origin = {"origin": address.rstrip("/"), "storageTypes": "local_storage"}
    devtools.send("Storage.clearDataForOrigin", origin)
    devtools.detach()
    yield page
    page.close()


@pytest.fixture
def requests(page: Page) -> Iterator[list[str]]:
    """The address of each request, also of those of workers."""
    found: list[str] = []

    def note(request: Request) -> None:
        found.append(request.url)

    page.context.on("request", note)
    yield found
    page.context.remove_listener("request", note)


@pytest.fixture(autouse=True)
def errors(visitor: BrowserContext) -> Iterator[None]:
    """No script may fail, in a page or in a worker."""
    found: list[str] = []

    def note(one: WebError) -> None:
        found.append(str(one.error))

    visitor.on("weberror", note)
    yield
    visitor.remove_listener("weberror", note)
    assert not found


@pytest.fixture
def play(page: Page, address: str) -> Open:
    """Opens the playground with a program, which has come by a link."""

    def open_it(source: str) -> Locator:
        page.goto(f"{address}{PLAYGROUND}{fragment(source)}")
        panel = page.locator(".live")
        says(panel, "Read it, then press Run")
        return panel

    return open_it


@pytest.fixture
def example(page: Page, address: str) -> Open:
    """Opens the first example of a page, which begins to run."""

    def open_it(path: str = WAITER) -> Locator:
        page.goto(address + path)
        page.locator("button.executed-edit").first.click()
        return page.locator(".live").first

    return open_it


def button(panel: Locator, name: str) -> Locator:
    return panel.get_by_role("button", name=name, exact=True)


def says(panel: Locator, words: str | re.Pattern[str]) -> None:
    expect(panel.get_by_role("status")).to_contain_text(words, timeout=START)


def run(panel: Locator) -> Locator:
    button(panel, "Run").click()
    return panel.get_by_role("log")


def ran(panel: Locator) -> Locator:
    """The line below a result that says whose run it was."""
    line = panel.locator(".executed-provenance")
    line.wait_for(timeout=START)
    return line


def write(panel: Locator, source: str) -> None:
    """Replace the program, as by hand: select everything and paste."""
    panel.locator(".cm-content").wait_for(timeout=START)
    panel.locator(".cm-content").click()
    panel.page.keyboard.press("Control+a")
    panel.page.keyboard.insert_text(source)


@contextmanager
def failing(page: Page, pattern: str, handler: Callable[[Route], None]) -> Iterator[None]:
    page.context.route(pattern, handler)
    try:
        yield
    finally:
        page.context.unroute(pattern)


# What the reader sees


def test_a_page_loads_nothing_of_it_before_the_first_click(
    page: Page, address: str, requests: list[str]
) -> None:
    page.goto(address + WAITER, wait_until="networkidle")
    assert page.locator("button.executed-edit").count()
    assert not [url for url in requests if "/live/" in url]


def test_an_example_runs_at_the_first_click_and_is_drawn(example: Open) -> None:
    panel = example()
    expect(ran(panel)).to_contain_text(re.compile(r"your browser · CPython 3\.\d+\.\d+ · exit 0"))
    expect(panel.locator("svg.tl")).to_be_visible()
    expect(panel.get_by_role("log")).to_contain_text("all done")


def test_an_edited_program_runs_by_keyboard(example: Open) -> None:
    panel = example()
    ran(panel)
    write(panel, SHORT.replace("ready", "changed"))
    panel.page.keyboard.press("Control+Enter")
    expect(panel.get_by_role("log")).to_have_text("changed\n", timeout=START)


def test_lines_arrive_while_the_program_runs(play: Open) -> None:
    nap = "time.sleep(0.5)\n"
    panel = play(f'import time\nprint("first")\n{nap}print("second")\ntime.sleep(3600)\n')
    log = run(panel)
    expect(log).to_have_text("first\nsecond\n", timeout=START)
    says(panel, "Running")
    at = [float(line.get_attribute("data-at") or "") for line in log.locator("span").all()]
    assert at[1] - at[0] >= 0.49
    button(panel, "Stop").click()


def test_a_step_through_is_of_the_readers_own_run(example: Open) -> None:
    panel = example()
    ran(panel)
    panel.get_by_role("button", name="Step through").click()
    expect(panel.page.locator(".stepper").first).to_be_visible()


def test_reset_brings_the_original_back(example: Open) -> None:
    panel = example()
    ran(panel)
    original = panel.locator("textarea").input_value()
    write(panel, "print(1)\n")
    expect(panel.locator("textarea")).to_have_value("print(1)\n")
    button(panel, "Reset").click()
    expect(panel.locator("textarea")).to_have_value(original)


def test_copy_and_download_give_the_edited_program(example: Open, tmp_path: Path) -> None:
    panel = example()
    ran(panel)
    write(panel, SHORT)
    button(panel, "Copy").click()
    says(panel, "Copied.")
    assert panel.page.evaluate("navigator.clipboard.readText()") == SHORT
    with panel.page.expect_download() as download:
        button(panel, "Download").click()
    assert download.value.suggested_filename == "waiter_in_turn.py"
    download.value.save_as(tmp_path / "program.py")
    assert (tmp_path / "program.py").read_text("utf-8") == SHORT


def test_close_gives_the_focus_back(example: Open) -> None:
    panel = example()
    ran(panel)
    button(panel, "Close").click()
    expect(panel).to_have_count(0)
    expect(panel.page.locator("button.executed-edit").first).to_be_focused()


def test_tab_goes_through_the_buttons_in_their_order(play: Open) -> None:
    panel = play(SHORT)
    run(panel)
    ran(panel)
    button(panel, "Run").focus()
    names = []
    for _ in range(6):
        panel.page.keyboard.press("Tab")
        names.append(
            panel.page.evaluate(
                "document.activeElement.ariaLabel || document.activeElement.textContent"
            )
        )
    assert names == ["Clock", "Reset", "Copy", "Download", "Link", "Programs of this site"]


def test_the_transcript_is_announced(play: Open) -> None:
    panel = play(SHORT)
    expect(run(panel)).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(play: Open, scheme: str) -> None:
    panel = play(SHORT)
    panel.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    run(panel)
    ran(panel)
    result = Axe().run(panel.page, ".live")
    assert not result.violations_count, result.generate_report()


@pytest.mark.parametrize("path", [WAITER, PLAYGROUND])
def test_it_fits_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + path)
    if path == WAITER:
        page.locator("button.executed-edit").first.click()
    else:
        page.locator(".live .cm-content").wait_for(timeout=START)
        button(page.locator(".live"), "Run").click()
    ran(page.locator(".live"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_the_editor_the_text_area_does(page: Page, address: str) -> None:
    with failing(page, "**/editor.js", lambda route: route.abort()):
        page.goto(address + PLAYGROUND)
        panel = page.locator(".live")
        panel.locator("textarea").fill('print("plain")')
        page.keyboard.press("Control+Enter")
        expect(panel.get_by_role("log")).to_have_text("plain\n", timeout=START)


def test_the_line_of_an_error_is_marked(play: Open) -> None:
    panel = play("import asyncio\n\nraise ValueError('no')\n")
    expect(run(panel)).to_contain_text('File "program.py", line 3', timeout=START)
    expect(panel.locator(".cm-line").nth(2)).to_have_class(
        re.compile("cm-marked-line"), timeout=START
    )


# Stop


def test_stop_ends_a_busy_loop_at_once(play: Open) -> None:
    panel = play(BUSY)
    expect(run(panel)).to_have_text("busy\n", timeout=START)
    button(panel, "Stop").click()
    says(panel, "Stopped.")
    expect(button(panel, "Run")).to_be_enabled()
    write(panel, SHORT)
    expect(run(panel)).to_have_text("ready\n", timeout=START)


def test_stop_while_python_starts(page: Page, play: Open) -> None:
    panel = play(SHORT)
    held: list[Route] = []
    with failing(page, "**/executed.zip", lambda route: held.append(route)):
        run(panel)
        says(panel, "Loading Python")
        button(panel, "Stop").click()
        says(panel, "Stopped.")
    for route in held:
        with suppress(Error):  # its worker has ended, and the request with it
            route.abort()
    expect(run(panel)).to_have_text("ready\n", timeout=START)


def test_two_examples_run_at_once(page: Page, address: str) -> None:
    page.goto(address + WAITER)
    buttons = page.locator("button.executed-edit")
    names = [buttons.nth(0).get_attribute("data-slug"), buttons.nth(1).get_attribute("data-slug")]
    for name in names:
        page.locator(f'button.executed-edit[data-slug="{name}"]').click()
    for number in (0, 1):
        expect(ran(page.locator(".live").nth(number))).to_contain_text("exit 0")


# Storage and links


def test_the_text_survives_a_reload_and_reset_forgets_it(example: Open) -> None:
    panel = example()
    ran(panel)
    write(panel, SHORT)
    panel.page.reload()
    panel.page.locator("button.executed-edit").first.click()
    says(panel, re.compile("Loading|Running|Done"))
    expect(panel.locator("textarea")).to_have_value(SHORT)
    button(panel, "Reset").click()
    panel.page.reload()
    panel.page.locator("button.executed-edit").first.click()
    expect(panel.locator("textarea")).to_have_value(re.compile("MINUTE"))


@pytest.mark.parametrize("kept", ["", "[]", '{"text": 1}', "null"])
def test_what_is_kept_may_be_damaged(page: Page, address: str, kept: str) -> None:
    page.goto(address + PLAYGROUND)
    page.evaluate("kept => localStorage.setItem('executed:/playground/#playground', kept)", kept)
    page.reload()
    expect(page.locator(".live textarea")).to_have_value(re.compile('print."hello"'))


def test_a_link_carries_the_edited_program_and_runs_nothing(
    page: Page, example: Open, requests: list[str]
) -> None:
    panel = example()
    ran(panel)
    write(panel, SHORT.replace("ready", "by link ä€😀"))
    button(panel, "Link").click()
    says(panel, "The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "#live=" in link and panel.locator(".live-link").input_value() == link
    requests.clear()
    page.goto("about:blank")
    page.goto(link)
    expect(panel.locator("textarea")).to_have_value(re.compile("by link ä€😀"))
    says(panel, "This program came with the link")
    page.wait_for_timeout(500)
    assert not [url for url in requests if url.endswith((".wasm", "worker.mjs"))]
    expect(run(panel)).to_have_text("by link ä€😀\n", timeout=START)


def test_a_program_from_a_link_does_not_replace_the_readers_own(play: Open) -> None:
    panel = play(SHORT)
    write(panel, "mine = 1\n")
    expect(panel.locator("textarea")).to_have_value("mine = 1\n")
    panel.page.goto("about:blank")
    panel = play(SHORT)
    panel.page.goto("about:blank")
    panel.page.goto(panel.page.url)
    panel.page.go_back()
    panel.page.evaluate("location.hash = ''")
    panel.page.reload()
    expect(panel.locator("textarea")).to_have_value("mine = 1\n")


def test_a_program_that_is_too_long_gets_no_link(play: Open) -> None:
    panel = play(SHORT)
    write(panel, f"# {random.Random(1).randbytes(10_500).hex()}\n")
    button(panel, "Link").click()
    says(panel, "too long for a link")


BAD_LINKS: dict[str, tuple[str, str, str]] = {
    "damaged": (WAITER, "#live=example-waiter:AAAA", "because it is damaged"),
    "no deflate": (PLAYGROUND, "#live=playground:x", "because it is damaged"),
    "of no example": (WAITER, fragment(SHORT, "example-none"), "no such example"),
    "a bomb": (PLAYGROUND, fragment(" " * 5_000_000), "because it is too long"),
}


@pytest.mark.parametrize("name", BAD_LINKS)
def test_a_bad_link_is_told(page: Page, address: str, name: str) -> None:
    path, hash_, words = BAD_LINKS[name]
    page.goto(address + path + hash_)
    expect(page.get_by_role("alert").first).to_contain_text(words, timeout=START)


# Security


def test_no_text_becomes_html(page: Page, play: Open) -> None:
    panel = play(
        f"# {EVIL}\nprint('''{EVIL}''')\nimport sys\nprint('''{EVIL}''', file=sys.stderr)\n"
    )
    expect(run(panel)).to_contain_text("<img src=x", timeout=START)
    ran(panel)
    assert page.evaluate("window.pwned") is None


def test_a_name_of_a_task_does_not_become_html(page: Page, play: Open) -> None:
    panel = play(
        "import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n"
        f"        for n in range(2):\n            group.create_task(asyncio.sleep(0.1), name='''{EVIL}''')\n"
        "asyncio.run(main())\n"
    )
    run(panel)
    ran(panel)
    expect(panel.locator("svg.tl")).to_contain_text("<img")
    assert not panel.locator(".live-result img, .live-result script").count()
    assert page.evaluate("window.pwned") is None


REACHES = {
    "fetch": 'js.fetch("/")',
    "a request": "js.XMLHttpRequest.new()",
    "storage": "js.localStorage",
    "the page": "js.document",
    "a worker": 'js.Worker.new("blob:x")',
}
TRIES = """
def reach(name, expression):
    try:
        import js
        print(name, "is reached", eval(expression))
    except Exception as error:
        print(name, "is out of reach")
"""


def test_a_program_reaches_nothing_of_the_page(play: Open) -> None:
    calls = "".join(f"reach({name!r}, {what!r})\n" for name, what in REACHES.items())
    panel = play(TRIES + calls)
    expected = "".join(f"{name} is out of reach\n" for name in REACHES)
    expect(run(panel)).to_have_text(expected, timeout=START)


def test_no_request_leaves_the_site(
    page: Page, address: str, play: Open, requests: list[str]
) -> None:
    panel = play(
        "import asyncio, sys\nimport importlib\n"
        'js = importlib.import_module("js")\n'
        "js.eval(\"import('https://other.invalid/x.js').catch(() => 0)\")\n"
    )
    run(panel)
    ran(panel)
    says(panel, "Done")
    foreign = [u for u in requests if not u.startswith((address, "blob:", "data:", "about:"))]
    assert not foreign


def test_the_policy_is_in_force_on_every_page(page: Page, address: str, site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "Content-Security-Policy" in path.read_text("utf-8")[:2000], path
    page.goto(address)
    blocked = """() => new Promise((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.blockedURI));
      fetch("https://other.invalid/").catch(() => 0);
    })"""
    assert "other.invalid" in page.evaluate(blocked)


# Faults

FAULTS: dict[str, tuple[str, str | re.Pattern[str]]] = {
    "many lines": ("while True:\n    print('x')\n", "more than 2,000 lines"),
    "100 MB of output": (
        "for _ in range(100):\n    print('x' * 1_000_000)\n",
        "more than 200,000 characters",
    ),
    "sys.exit": ("import sys\nsys.exit(3)\n", "exit 3"),
    "os._exit": ("import os\nos._exit(3)\n", "exit 3"),
    "input()": ("print(input())\n", "asked for input"),
    "recursion": ("def f():\n    f()\nf()\n", "RecursionError"),
    "recursion without a limit": (
        "import sys\nsys.setrecursionlimit(10**9)\ndef f():\n    f()\nf()\n",
        re.compile("stack|RecursionError"),
    ),
    "memory": ("x = []\nwhile True:\n    x.append(bytearray(10**8))\n", "MemoryError"),
    "a deadlock": (
        "import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())\n",
        "It would wait for ever",
    ),
}


@pytest.fixture(scope="module")
def lasting(visitor: BrowserContext, address: str) -> Iterator[Locator]:
    """The panel of a page that goes on, whatever was run in it."""
    page = visitor.new_page()
    page.goto(address + PLAYGROUND)
    yield page.locator(".live")
    page.close()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_and_the_page_goes_on(lasting: Locator, name: str) -> None:
    source, words = FAULTS[name]
    write(lasting, source)
    run(lasting)
    expect(lasting).to_contain_text(words, timeout=START)
    expect(button(lasting, "Run")).to_be_enabled(timeout=START)
    write(lasting, SHORT)
    expect(run(lasting)).to_have_text("ready\n", timeout=START)


ASSETS: dict[str, Callable[[Route], None]] = {
    "missing": lambda route: route.fulfill(status=404),
    "corrupted": lambda route: route.fulfill(body="no such thing"),
    "unreachable": lambda route: route.abort(),
}


@pytest.mark.parametrize("fault", ASSETS)
@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "executed.zip", "python_stdlib.zip"])
def test_a_bad_asset_is_told_and_a_second_try_works(
    page: Page, play: Open, file: str, fault: str
) -> None:
    panel = play(SHORT)
    with failing(page, f"**/{file}", ASSETS[fault]):
        run(panel)
        says(panel, "Python could not be loaded")
    expect(run(panel)).to_have_text("ready\n", timeout=START)


def test_a_panel_that_cannot_be_loaded_is_told(page: Page, address: str) -> None:
    page.goto(address + WAITER)
    with failing(page, "**/panel.js", lambda route: route.abort()):
        page.locator("button.executed-edit").first.click()
        expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(page.locator("button.executed-edit").first).to_be_enabled()


def test_it_works_offline_after_the_first_run(page: Page, example: Open) -> None:
    panel = example()
    ran(panel)
    page.context.set_offline(True)
    try:
        for _ in range(3):
            run(panel)
            says(panel, "Running")
            ran(panel)
    finally:
        page.context.set_offline(False)


# Navigation


def test_the_workers_of_a_page_end_when_it_leaves(page: Page, address: str) -> None:
    page.goto(address + WAITER)
    page.locator("button.executed-edit").first.click()
    ran(page.locator(".live"))
    assert pythons(page)
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Iterators and generators").first.click()
    page.wait_for_url("**/generators/")
    expect(page.locator("h1")).to_contain_text("pause")
    assert page.evaluate("window.same")  # the page was changed, not loaded
    until_no_python(page)
    page.locator("button.executed-edit").first.click()
    expect(ran(page.locator(".live"))).to_contain_text("your browser")
    page.go_back()
    page.wait_for_url("**/waiter/")
    until_no_python(page)
    page.locator("button.executed-edit").first.click()
    expect(ran(page.locator(".live"))).to_contain_text("your browser")


def pythons(page: Page) -> list[str]:
    return [worker.url for worker in page.workers if worker.url.startswith("blob:")]


def until_no_python(page: Page) -> None:
    end = time.monotonic() + PATIENCE
    while pythons(page):
        assert time.monotonic() < end
        page.wait_for_timeout(50)  # Playwright learns what happened meanwhile


# The playground


def test_virtual_time_jumps_and_is_exact(play: Open) -> None:
    panel = play(
        "import asyncio, time\nasync def main():\n    began = time.monotonic()\n"
        "    await asyncio.sleep(3600)\n    print(time.monotonic() - began)\nasyncio.run(main())\n"
    )
    panel.get_by_label("Clock").select_option("virtual")
    expect(run(panel)).to_have_text("3600.0\n", timeout=START)
    expect(ran(panel)).to_contain_text("3600.00 s of virtual time")


def test_the_menu_has_the_programs_that_run_here(page: Page, address: str) -> None:
    page.goto(address + PLAYGROUND)
    menu = page.get_by_label("Programs of this site")
    menu.locator("option", has_text="waiter.py").first.wait_for(state="attached")
    menu.select_option(label="waiter.py")
    panel = page.locator(".live")
    says(panel, "waiter.py: press Run.")
    run(panel)
    ran(panel)
    expect(panel.locator("svg.tl")).to_be_visible()


# Checks


CHECKS = [
    path.relative_to(PROJECT / "snippets").as_posix()
    for path in sorted((PROJECT / "snippets").rglob("*_check.py"))
]


@pytest.fixture(scope="module")
def exercises_shown(site: Path) -> dict[str, tuple[str, str]]:
    """Page, and id of the example, of each exercise of the site by the name of its checks."""
    found = {}
    for page in sorted(site.rglob("index.html")):
        for tag in re.findall(r"<button[^>]*data-checks[^>]*>", page.read_text("utf-8")):
            data = dict(re.findall(r'data-(\w+)="([^"]*)"', tag))
            name = data["checks"].partition("snippets/")[2]
            found[name] = f"{page.parent.relative_to(site).as_posix()}/", data["slug"]
    return found


def test_every_exercise_has_its_checks(exercises_shown: dict[str, tuple[str, str]]) -> None:
    assert exercises_shown.keys() == set(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_an_exercise_is_checked(
    page: Page, address: str, exercises_shown: dict[str, tuple[str, str]], name: str
) -> None:
    path, slug = exercises_shown[name]
    solution = (PROJECT / "snippets" / exercises.Exercise(name).solution).read_text("utf-8")
    page.goto(address + path + fragment(solution, slug))  # shown, and nothing runs
    panel = page.locator(".live")
    panel.locator(".cm-content").wait_for(timeout=START)
    button(panel, "Check").click()
    says(panel, "All done.")
    button(panel, "Reset").click()
    button(panel, "Check").click()
    says(panel, re.compile(r"\d of \d still missing"))
    assert panel.locator('.live-verdicts [data-passed="no"] .live-missing').count()


# Honest limits


def test_a_program_that_needs_threads_says_so_and_how_to_run_it(site: Path) -> None:
    text = (site / "working/threads/index.html").read_text("utf-8")
    assert re.search(r"it needs threads\. <code>python \w+\.py</code>", text)


def test_every_program_runs_or_says_why_not(site: Path, loaded: Assets) -> None:
    for path in site.rglob("index.html"):
        text = path.read_text("utf-8")
        text = re.sub(r'<details id="example-.*?</details>', "", text, flags=re.DOTALL)
        for links in re.findall(r'<p class="executed-links">(.*?)</p>', text, re.DOTALL):
            assert "executed-edit" in links or "executed-home" in links, path


def test_the_menu_is_json_of_existing_programs(site: Path) -> None:
    for page in json.loads((site / "programs.json").read_text("utf-8")):
        assert page["page"]
        for program in page["programs"]:
            assert (site / program["source"]).exists()
