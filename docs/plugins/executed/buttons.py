"""What pages offer to run in the reader's browser: buttons, and the menu of the playground."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from pathlib import Path

from markupsafe import escape
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from executed import bundle, editable, exercises
from executed.assets import Assets
from executed.editable import Offer
from executed.fence import Example
from executed.preparing import Preparation
from executed.problems import Problem, ProblemError
from executed.render import Button
from executed.snippet import Snippet

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger(__name__.partition(".")[0])
PROGRAMS = "programs.json"
_PLAYGROUND = '<div class="live-playground">'


class Buttons:
    """The buttons of one build; without `assets` there are none.

    `root` is the folder of snippets, `cache` the one that keeps what is fetched.
    With a `preparation` there may be buttons to wait for.
    """

    def __init__(
        self, root: Path, cache: Path, *, wanted: bool, preparation: Preparation | None = None
    ) -> None:
        self.root = root
        self.cache = cache
        self.assets: Assets | None = None
        self.waits: str | None = None
        self.offers: dict[str, Offer] = {}
        if wanted and preparation is None:
            self.assets = self._assets()
        elif wanted and preparation is not None:
            self.assets = preparation.assets(cache)
            if self.assets is None:
                problem = preparation.problem
                self.waits = f"{problem.what}; to do: {problem.todo}" if problem else ""

    def _assets(self) -> Assets | None:
        try:
            return bundle.get(self.cache, log.info)
        except ProblemError as error:
            log.warning(f"pages have no Run buttons:\n{error.problem}")
            return None

    def offer(self, examples: Iterable[Example], newest: str) -> list[Problem]:
        """Note what each program's button does; `newest` is the newest Python here.

        Returns what is wrong with the reasons that programs give.
        """
        programs = {
            one.name: one for example in examples if example.has_button for one in example.snippets
        }
        for name, one in programs.items():
            self.offers[name] = editable.offer(one, newest)
        return editable.needless(self.root, programs.values())

    def button(self, one: Snippet, url: str, ident: str) -> Button | None:
        """For a program that has this id on the page at `url`."""
        if one.name not in self.offers or (self.assets is None and self.waits is None):
            return None
        checks = exercises.checks_of(self.root, one.name)
        return Button(
            self.offers[one.name],
            get_relative_url(self.assets.folder, url) if self.assets else "",
            get_relative_url(f"snippets/{one.name}", url),
            ident,
            get_relative_url(f"snippets/{checks}", url) if checks else "",
            " ".join(one.trace),
            self.waits,
        )

    def playground(self, html: str, url: str) -> str:
        """Say where everything is, for the script that fills the place."""
        if self.assets is None:
            if self.waits is None:
                return html
            words = f"It is missing: {self.waits}." if self.waits else "It is being prepared …"
            return html.replace(_PLAYGROUND, f'{_PLAYGROUND}<p role="note">{escape(words)}</p>')
        live = get_relative_url(self.assets.folder, url)
        programs = get_relative_url(PROGRAMS, url)
        place = f'{_PLAYGROUND[:-1]} data-live="{live}" data-programs="{programs}">'
        return html.replace(_PLAYGROUND, place)

    def menu(self, shown: Iterable[tuple[str, Snippet]]) -> str:
        """As JSON, by title of a page, the programs that run in a browser."""
        pages: dict[str, dict[str, dict[str, str]]] = {}
        for title, one in shown:
            if one.name in self.offers and self.offers[one.name].runs:
                programs = pages.setdefault(title, {})
                programs[one.name] = {
                    "source": f"snippets/{one.name}",
                    "names": " ".join(one.trace),
                }
        menu = [{"page": page, "programs": list(found.values())} for page, found in pages.items()]
        return json.dumps(menu) + "\n"
