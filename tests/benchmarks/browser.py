"""How long a reader waits for the first output, and what the page loads for it.

    uv run python tests/benchmarks/browser.py [SITE]

SITE is one that `mkdocs build` made; without it, one is built first, in a temporary folder.
In Chromium, from the click on Run to the first line that can be seen: cold (nothing is kept), warm
(the files are in the browser's cache), and again on the same page. Then the longest time in which
the page could not react, while programs do their worst.
"""

from __future__ import annotations

import argparse
import base64
import functools
import gzip
import shutil
import statistics
import tempfile
import threading
import zlib
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from figure import FailedError, Figure, main, report, tell, warn_if_busy
from playwright.sync_api import Browser, Page, sync_playwright
from processes import build

FIGURES = (
    "browser.cold",
    "browser.warm",
    "browser.again",
    "browser.script",
    "browser.loaded",
    "browser.gap",
)
TIMES = 5
SHORT = 'print("ready")\n'
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
WORST = {
    "prints without end": "while True:\n    print('x')\n",
    "prints 100 MB": "for _ in range(100):\n    print('x' * 1_000_000)\n",
    "prints 200,000 times a character": (
        "import sys\nwhile True:\n    sys.stdout.write('x')\n    sys.stdout.flush()\n"
    ),
    "computes without end": "while True:\n    pass\n",
    "draws 400 tasks": (
        "import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n"
        "        for n in range(400):\n            group.create_task(asyncio.sleep(n / 1000))\n"
        "asyncio.run(main())\n"
    ),
}
CLOCK = """() => {
  const log = document.querySelector('.live [role="log"]');
  window.began = performance.now();
  window.seen = new Promise((resolve) => {
    const look = new MutationObserver(() => {
      if (!document.querySelector('.live [role="log"]')?.textContent) return;
      look.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - window.began));
    });
    look.observe(document.querySelector('.live'), { childList: true, subtree: true });
  });
  document.querySelector('.live-bar button').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  document.querySelector('.live-bar button').click();
}"""
GAPS = """() => {
  window.gap = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    window.gap = Math.max(window.gap, now - last);
    last = now;
    setTimeout(tick);
  };
  tick();
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def link(address: str, source: str) -> str:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(source.encode()) + packer.flush()
    return f"{address}playground/#live=playground:{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def opened(page: Page, address: str, source: str) -> None:
    page.goto("about:blank")
    page.goto(link(address, source), wait_until="networkidle")
    page.locator(".live .cm-content").wait_for()


def first_output(page: Page) -> float:
    page.evaluate(CLOCK)
    return float(page.evaluate("window.seen")) / 1000


def waits(browser: Browser, address: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {"cold": [], "warm": [], "again": []}
    for _ in range(TIMES):
        context = browser.new_context()
        page = context.new_page()
        for name in ("cold", "warm"):
            opened(page, address, SHORT)
            found[name].append(first_output(page))
        page.wait_for_timeout(3000)  # the spare worker is ready
        found["again"].append(first_output(page))
        context.close()
    return found


def gap(browser: Browser, address: str, source: str) -> float:
    """Milliseconds."""
    context = browser.new_context()
    page = context.new_page()
    opened(page, address, SHORT)
    first_output(page)
    page.wait_for_timeout(2000)
    page.locator(".live .cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)
    page.wait_for_timeout(500)
    page.evaluate(GAPS)
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(4000)
    longest = float(page.evaluate("window.gap"))
    context.close()
    return longest


def weights(site: Path) -> tuple[int, int]:
    """Bytes, compressed: our script on each page, and everything loaded after the click."""
    script = len(gzip.compress((site / "assets" / "live.js").read_bytes()))
    assets = sum(len(gzip.compress(one.read_bytes())) for one in (site / "live").glob("*/*"))
    return script, assets


def figures(site: Path | None = None) -> Iterator[Figure]:
    if site is None:
        with tempfile.TemporaryDirectory() as folder:
            tell("building the site …")
            made = Path(folder) / "site"
            build(made).or_fail("mkdocs build")
            yield from figures(made)
        return
    if not (site / "live").exists():
        raise FailedError(f"{site} has no Run buttons: build it with npm")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if chromium is None:
        raise FailedError("there is no Chromium")
    warn_if_busy()
    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        try:
            yield from measured(browser, f"http://127.0.0.1:{server.server_port}/", site)
        finally:
            browser.close()
            server.shutdown()


def measured(browser: Browser, address: str, site: Path) -> Iterator[Figure]:
    tell("from the click to the first output …")
    for name, found in waits(browser, address).items():
        spread = f"{min(found):.2f} to {max(found):.2f} s"
        yield Figure(f"browser.{name}", statistics.median(found), spread)
    script, assets = weights(site)
    yield Figure("browser.script", script / 1000)
    yield Figure("browser.loaded", assets / 1e6)
    gaps: dict[str, float] = {}
    for name, source in WORST.items():
        gaps[name] = gap(browser, address, source)
        tell(f"longest gap, {name}: {gaps[name]:.0f} ms")
    yield Figure("browser.gap", max(gaps.values()), max(gaps, key=lambda name: gaps[name]))


def command() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", nargs="?", type=Path, metavar="SITE", help="a built site")
    return report(figures(parser.parse_args().site))


if __name__ == "__main__":
    main(command)
