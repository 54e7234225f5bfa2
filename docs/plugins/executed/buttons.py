"""What pages offer to run in the reader's browser: buttons, and the menu of the playground."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from executed import assets, bundle, editable, exercises
from executed.assets import Assets
from executed.editable import Offer, Outcome, Trial
from executed.fence import Example
from executed.problems import ProblemError
from executed.progress import progress
from executed.render import Button
from executed.snippet import Snippet

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger(__name__.partition(".")[0])
PROGRAMS = "programs.json"
TRIED_WHILE_SERVING = 12
_PLAYGROUND = '<div class="live-playground">'


class Buttons:
    """The buttons of one build; without `assets` there are none.

    `root` is the folder of snippets, `cache` one that keeps what trials found.
    """

    def __init__(self, root: Path, cache: Path, *, wanted: bool, serving: bool) -> None:
        self.root = root
        self.cache = cache
        self.serving = serving
        self.assets = self._assets() if wanted else None
        self.offers: dict[str, Offer] = {}

    def _assets(self) -> Assets | None:
        try:
            return bundle.get(self.cache, log.info)
        except ProblemError as error:
            log.warning(f"pages have no Run buttons:\n{error.problem}")
            return None

    def offer(self, examples: Iterable[Example], newest: str) -> None:
        """Find out which programs run in a browser; `newest` is the newest Python here."""
        if self.assets is None:
            return
        programs = {
            one.name: one for example in examples if example.has_button for one in example.snippets
        }
        able = [one for one in programs.values() if one.admits(editable.PYTHON)]
        outcomes = self._outcomes(self.assets, able)
        for name, one in programs.items():
            self.offers[name] = editable.offer(one, outcomes.get(name), newest)

    def _outcomes(self, found: Assets, programs: list[Snippet]) -> dict[str, Outcome]:
        trial = Trial(found, assets.find_tools(), self.cache / "trials")
        missing = trial.missing(programs)
        if self.serving and len(missing) > TRIED_WHILE_SERVING:
            log.info(
                f"{len(missing)} programs were not tried in a browser yet; "
                "`mkdocs build` tries them"
            )
            programs = [one for one in programs if one not in missing]
            missing = []
        try:
            with progress(len(missing), "trying {} of {} programs as a browser would …") as step:
                return trial.outcomes(programs, step)
        except (OSError, ValueError) as error:
            log.warning(f"nobody knows which programs run in a browser: {error}")
            return {}

    def button(self, one: Snippet, url: str, ident: str) -> Button | None:
        """For a program that has this id on the page at `url`."""
        if self.assets is None or one.name not in self.offers:
            return None
        checks = exercises.checks_of(self.root, one.name)
        return Button(
            self.offers[one.name],
            get_relative_url(self.assets.folder, url),
            get_relative_url(f"snippets/{one.name}", url),
            ident,
            get_relative_url(f"snippets/{checks}", url) if checks else "",
            " ".join(one.trace),
        )

    def playground(self, html: str, url: str) -> str:
        """Say where everything is, for the script that fills the place."""
        if self.assets is None:
            return html
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
