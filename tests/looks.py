"""What a page looks like, in each width and colour: a finding is a fault.

A page is loaded once. Then it is made narrow, and dark, as by a reader who
takes a smaller window and switches the colours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

# Serious in axe's words, but made by the theme: every one has a reason.
THEME = {
    "scrollable-region-focusable": "Material makes code blocks focusable only while they overflow",
}
TOO_WIDE = "wider than the screen"
_SWITCH = """scheme => {
  const asked = document.querySelector(`input[data-md-color-scheme="${scheme}"]`);
  if (document.body.dataset.mdColorScheme !== scheme) asked.click();
}"""
# The theme changes its colours in a transition; in between there is any contrast.
_SETTLED = """scheme => {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  return document.body.dataset.mdColorScheme === scheme;
}"""
# Words of code with the same classes, and around them too, have the same colours:
# axe, slow at measuring contrast, is left one of each. The others become plain text.
_ONE_OF_EACH = """() => {
  const seen = new Set();
  const again = [...document.querySelectorAll("pre code span")].filter((word) => {
    if (word.childElementCount || word.id || word.hasAttribute("style")) return false;
    let chain = "";
    for (let one = word; one; one = one.parentElement) chain += `<${one.tagName}.${one.className}`;
    return seen.has(chain) || !seen.add(chain);
  });
  for (const word of again) word.replaceWith(...word.childNodes);
}"""


@dataclass(frozen=True)
class Look:
    """Width, colours, and the rules of axe whose answer they can change."""

    width: int
    scheme: Literal["light", "dark"]
    rules: dict[str, Any] = field(default_factory=dict)


LOOKS = {
    "wide": Look(1280, "light"),
    "narrow": Look(360, "light", {"rules": {"color-contrast": {"enabled": False}}}),
    "dark": Look(1280, "dark", {"runOnly": ["color-contrast"]}),
}


@dataclass(frozen=True)
class Heard:
    """What a page said since it was opened: errors, and requests to others."""

    said: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page, address: str) -> Heard:
        heard = cls()
        page.on("console", lambda one: heard.said.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda error: heard.said.append(str(error)))
        page.on(
            "request",
            lambda one: (
                None
                if one.url.startswith((address, "data:", "blob:"))
                else heard.said.append(one.url)
            ),
        )
        return heard


def show(page: Page, look: Look) -> None:
    """Make an open page of the site look so; back when it does."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme)
    scheme = {"light": "default", "dark": "slate"}[look.scheme]
    # The theme asks the computer while it loads; later it is told by its switch.
    page.evaluate(_SWITCH, scheme)
    page.wait_for_function(_SETTLED, arg=scheme, polling=50)


def faults(page: Page, look: Look, context: str = ".md-content") -> dict[str, list[str]]:
    """What is wrong with an open page in this look, and the elements that show it."""
    show(page, look)
    page.evaluate(_ONE_OF_EACH)
    found = {
        rule: told for rule, told in serious(page, context, look.rules).items() if rule not in THEME
    }
    if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
        found[TOO_WIDE] = []
    return found


def serious(
    page: Page, context: str = "body", rules: dict[str, Any] | None = None
) -> dict[str, list[str]]:
    """What axe calls serious or critical, and the first elements of each."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_axe())
    options = {"resultTypes": ["violations"], **(rules or {})}
    violations = page.evaluate(
        "([context, options]) => axe.run(context, options).then((all) => all.violations)",
        [context, options],
    )
    return {
        one["id"]: [node["html"][:120] for node in one["nodes"]][:3]
        for one in violations
        if one["impact"] in ("serious", "critical")
    }


@cache
def _axe() -> str:
    return str(Axe().axe_script)


_OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true })"
_OVERLAPS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg.tl")) {
    const texts = [...svg.querySelectorAll("text:not(.tl-note)")].filter((text) => text.checkVisibility());
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
    boxes.forEach(([one, a], index) => {
      for (const [other, b] of boxes.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 3) found.push(`${one} / ${other}`);
      }
    });
    const frame = svg.getBoundingClientRect();
    for (const [text, box] of boxes)
      if (box.left < frame.left - 2 || box.right > frame.right + 8) found.push(`outside: ${text}`);
  }
  return found;
}"""


def overlapping(page: Page) -> dict[int, list[str]]:
    """Labels of pictures that hide one another or leave their frame, in each width.

    Opens what is closed on the page: tabs and details.
    """
    page.add_style_tag(content=".tabbed-block { display: block !important }")
    page.evaluate(_OPEN)
    found = {}
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        if told := page.evaluate(_OVERLAPS):
            found[width] = told
    return found
