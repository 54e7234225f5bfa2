"""MkDocs events: find the fences, run the snippets, hand results to pages."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import jinja2
import markdown_exec
from markdown import Markdown
from markupsafe import Markup, escape
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, get_relative_url

from executed import (
    exercises,
    golden,
    honesty,
    interpreters,
    matrix,
    render,
    replay,
    scheduler,
    snippet,
    surroundings,
    verdict,
)
from executed import fence as fences
from executed.ahead import Ahead
from executed.buttons import PROGRAMS, Buttons
from executed.cache import Cache
from executed.claims import Claim
from executed.claims import check as check_claims
from executed.claims import load as claims_of
from executed.fence import Example, Fence
from executed.history import History
from executed.interpreters import Interpreter
from executed.matrix import Cell
from executed.preparing import Preparation
from executed.problems import Problem, ProblemError, report
from executed.progress import progress
from executed.publish import Staging
from executed.render import Button, Result
from executed.runner import Run
from executed.scheduler import Request
from executed.snippet import Snippet

log = get_plugin_logger(__name__.partition(".")[0])
PROVENANCE = "provenance.json"
REPLAYS = "replays"
RESUMABLE = 3600.0  # seconds for which a build may take the runs of one that failed
_SENTINEL = "executed-fence-"
_MARK = "<executed-result></executed-result>"
_ID = re.compile(r'<[^<>]*\sid="([^"]+)"')


class ExecutedConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options in mkdocs.yml; paths are relative to that file."""

    snippets = config_options.Type(str, default="snippets")
    templates = config_options.Type(str, default="docs/theme/executed")
    cache = config_options.Type(str, default=".cache/executed")
    live = config_options.Type(bool, default=True)
    honest = config_options.Type(bool, default=True)


@dataclass
class _Shown:
    """One executed fence of a page, from its scan to its place in the page."""

    fence: Fence
    page: Page
    example: Example | None = None
    problems: list[Problem] = field(default_factory=list)
    rendered: bool = False

    def placeholder(self, number: int) -> str:
        return f'<div data-{_SENTINEL}{number}="{id(self):x}"></div>'


class ExecutedPlugin(BasePlugin[ExecutedConfig]):  # type: ignore[no-untyped-call]
    """Replaces what markdown-exec runs in its own process by runs of ours."""

    def __init__(self) -> None:
        self.command: Literal["build", "gh-deploy", "serve"] = "build"
        self.installed: tuple[Interpreter, ...] | None = None
        self.staging: Staging | None = None
        self.preparation: Preparation | None = None  # of what buttons need, while serving
        self.markdown = ""
        self.sources: dict[tuple[object, ...], str] = {}

    @property
    def serving(self) -> bool:
        return self.command == "serve"

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.command = command
        surroundings.settle()
        self.preparation = Preparation(log.info, log.warning) if self.serving else None

    def on_serve(self, server: LiveReloadServer, **kwargs: Any) -> None:
        if self.preparation:
            server.watch(str(self.preparation.mark))

    def on_shutdown(self) -> None:
        if self.preparation:
            self.preparation.end()

    @event_priority(-100)  # after markdown-exec has added its fences
    def on_config(self, config: MkDocsConfig) -> None:
        self.project = Path(config.config_file_path).parent
        self.root = self.project / self.config.snippets
        self.docs = Path(config.docs_dir)
        self.templates = self.project / self.config.templates
        self.cache = Cache(self.project / self.config.cache, log.warning)
        self.shown: list[_Shown] = []
        self.problems: list[Problem] = []
        self.ahead: Ahead | None = None
        self.included: set[str] = set()
        self.requests: dict[tuple[str, str], Request] = {}
        self.runs: dict[tuple[str, str], Run] = {}
        self.replays: dict[str, str] = {}
        if self.markdown != (settings := str(config.mdx_configs)):
            self.markdown, self.sources = settings, {}
        self._take_over_fences(config)

    def _take_over_fences(self, config: MkDocsConfig) -> None:
        custom = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", [])
        ours = [one for one in custom if one["format"] is markdown_exec.formatter]
        if not ours:
            raise PluginError("list the plugin 'markdown-exec' before 'executed' in mkdocs.yml")
        for one in ours:
            one["validator"] = _validator
        for language in ("python", "py"):
            markdown_exec.formatters[language] = self._format

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self.serving:
            return
        self.staging = Staging.beside(Path(config.site_dir))
        config.site_dir = str(self.staging.folder)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        for name in snippet.find(self.root):
            files.append(
                File.generated(config, f"snippets/{name}", abs_src_path=str(self.root / name))
            )

        self._run_ahead(files)
        # A place in the site, so that pages can link to it; filled at the end.
        files.append(File.generated(config, PROVENANCE, content="{}"))
        self.buttons = Buttons(
            self.root, self.cache.folder, wanted=self.config.live, preparation=self.preparation
        )
        if self.buttons.assets:
            for place, path in self.buttons.assets.placed:
                files.append(File.generated(config, place, abs_src_path=str(path)))

    @event_priority(100)  # before anything that would move lines
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        if not page.file.src_uri.endswith(".md"):
            return None
        label = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        above = page.file.content_string.removesuffix(markdown).count("\n")
        rows = markdown.split("\n")
        for fence in list(fences.scan(markdown, label, above + 1)):
            if fence.executes and fence.is_python:
                self._prepare(fence, page, rows)
                continue
            try:
                fences.check_plain(fence)
            except ProblemError as error:
                self.problems.append(error.problem)
        for offset, include in fences.includes(markdown):
            if not self._includes_well(include, f"{label}:{offset + above + 1}"):
                rows[offset] = rows[offset].replace("-", ";-", 1)  # shown, not included
        return "\n".join(row for row in rows if row is not None)

    def _prepare(self, fence: Fence, page: Page, rows: list[Any]) -> None:
        """Resolve a fence, and put in its body what tells us which it is."""
        shown = _Shown(fence, page)
        try:
            shown.example = fences.resolve(fence, self.root)
            self.included |= {one.name for one in shown.example.snippets}
        except ProblemError as error:
            shown.problems.append(error.problem)
        start, end = fence.body_at, fence.body_at + len(fence.body)
        rows[start:end] = [None] * (end - start)
        if fence.closed and end > start:
            rows[start] = f"{fence.margin}{_SENTINEL}{len(self.shown)}"
        else:
            shown.rendered = True  # nothing to render; it has its problem
        self.shown.append(shown)

    def _includes_well(self, include: str, where: str) -> bool:
        name, _, section = include.partition(":")
        try:
            snippet.load(self.root, name).shown(section or None)
        except ProblemError as error:
            self.problems.append(error.problem.at(where))
            return False
        self.included.add(name)
        return True

    def _format(self, code: str, md: Markdown, **options: Any) -> str:
        shown = self.shown[int(code.strip().removeprefix(_SENTINEL))]
        number = self.shown.index(shown)
        shown.rendered = True
        example = shown.example
        if example is None:
            return shown.placeholder(number)
        converted = self._source_and_mark(example, md)
        return f'<div class="executed">{converted.replace(_MARK, shown.placeholder(number))}</div>'

    def _source_and_mark(self, example: Example, md: Markdown) -> str:
        """The source as HTML, remembered: to convert it takes a Markdown of its own."""
        code = example.snippet.shown(example.section)
        key = (code, example.source, *example.highlight.items())
        if key not in self.sources:
            converted = markdown_exec.base_format(
                language="python",
                run=lambda *args, **kwargs: _MARK,
                code=code,
                md=md,
                html=True,
                source=example.source,
                extra=example.highlight,
                update_toc=False,
            )
            self.sources[key] = str(converted)
        return self.sources[key]

    @event_priority(-100)  # after everything else that changes pages
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        self.pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
        self._find_unrendered()
        self._find_orphans()
        self._judge_exercises()
        shown_examples = [shown.example for shown in self.shown if shown.example]
        self.requests = requests = self._requests(shown_examples)
        self.runs = self._run(requests)
        verified = self._judge(requests)
        examples = [shown.example for shown in self.shown if shown.example]
        self.problems += self.buttons.offer(examples, self._interpreters()[-1].minor)
        self._fill_pages(verified)
        for page in self.pages.values():
            page.content = self.buttons.playground(page.content or "", page.url)
        everything = self.problems + [p for shown in self.shown for p in shown.problems]
        if everything:
            if not self.serving:
                raise PluginError(report(everything))
            log.error(report(everything))
        return env

    def _find_unrendered(self) -> None:
        for shown in self.shown:
            if not shown.rendered and not shown.problems:
                error = shown.fence.problem(
                    "this fence was not rendered",
                    "a fence that Markdown sees as one",
                    "check its indentation, and the quotes of its options",
                )
                shown.problems.append(error.problem)

    def _find_orphans(self) -> None:
        used: set[Path] = set()
        names = snippet.find(self.root)
        for name in self.included:
            used |= set(snippet.load(self.root, name).files())
            if checks := exercises.checks_of(self.root, name):
                used.add(self.root / checks)
        for name in names:
            if self.root / name not in used:
                self.problems.append(
                    Problem(
                        "no page uses this snippet",
                        "each snippet on a page",
                        "show it on a page, or delete it with its goldens",
                        snippet=f"snippets/{name}",
                    )
                )
        for path in sorted(self.root.rglob("*.out")):
            program = golden.snippet_of(path)
            if not program.exists() or path not in golden.goldens(program):
                self.problems.append(
                    Problem(
                        "a golden without a snippet, or of no supported versions",
                        f"a program {program.name} beside it, versions such as 3.8-3.10",
                        "delete the golden, or give the snippet its name",
                        snippet=f"snippets/{path.relative_to(self.root).as_posix()}",
                    )
                )

    def _judge_exercises(self) -> None:
        python = exercises.interpreter(self._interpreters())
        found = exercises.find(snippet.find(self.root))
        if python is None:
            for exercise in found:
                log.warning(f"snippets/{exercise.checks} was not tried: it needs Python 3.11")
            return
        folder = self.cache.folder / "exercises"
        with ThreadPoolExecutor(scheduler.CORES) as pool:
            for problems in pool.map(
                lambda one: exercises.problems(one, self.root, python, folder), found
            ):
                self.problems += problems

    def _interpreters(self) -> tuple[Interpreter, ...]:
        if self.installed is None:
            self.installed = interpreters.find(self.cache.folder / "interpreters.json")
        return self.installed

    def _chosen(self, example: Example, one: Snippet) -> list[tuple[str, Interpreter | None]]:
        """The versions that a fence shows of a program, each with its interpreter if any."""
        admitted = interpreters.admitted(one, self._interpreters())
        by_minor = {one.minor: one for one in admitted}
        if example.is_table:
            return [(version, by_minor.get(version)) for version in interpreters.wanted(one)]
        if example.versions:
            return [(version, by_minor.get(version)) for version in example.versions]
        if admitted:
            return [(admitted[-1].minor, admitted[-1])]
        named = interpreters.wanted(one)
        return [(named[-1] if named else "", None)]

    def _requests(self, examples: Iterable[Example]) -> dict[tuple[str, str], Request]:
        """What has to run, each snippet once on each interpreter."""
        everywhere = os.environ.get("EXECUTED_MATRIX") == "1"
        wanted: dict[tuple[str, str], Request] = {}
        for example in examples:
            for one in example.snippets:
                present = [found for _, found in self._chosen(example, one) if found]
                # A table shows one transcript for all versions that do the same.
                seen = present[-1:] if example.is_table else present
                for interpreter in seen:
                    request = Request(one, interpreter)
                    wanted[request.key] = request
                others = interpreters.admitted(one, self._interpreters()) if everywhere else present
                for interpreter in others:
                    request = Request(one, interpreter, shown=False)
                    wanted.setdefault(request.key, request)
        return wanted

    def _run_ahead(self, files: Files) -> None:
        """Begin with what need not be undisturbed; what is wrong with pages is told later."""
        if _resumes() or self.serving:
            return
        examples = []
        for file in files.documentation_pages():
            if file.src_uri.endswith(".md"):
                for fence in fences.scan(file.content_string, file.src_uri):
                    if fence.executes and fence.is_python:
                        with contextlib.suppress(ProblemError):
                            examples.append(fences.resolve(fence, self.root))
        requests = self._requests(examples).values()
        unseen = [one for one in requests if not one.shown]
        self.ahead = Ahead(unseen, History.load(self.cache.folder))
        self.ahead.start()

    def _displayed(self, runs: Mapping[tuple[str, str], Run]) -> set[tuple[str, str]]:
        """Those of which a page shows what they printed, and when."""
        found = {key for key, request in self.requests.items() if request.shown}
        for example in (shown.example for shown in self.shown):
            if example and example.is_table:
                for one in example.snippets:
                    cells = self._cells(example, one, runs)
                    newest = [group.newest.run for group in matrix.groups(cells)]
                    found |= {(run.snippet, run.version) for run in newest if run}
        return found

    def _cells(
        self, example: Example, one: Snippet, runs: Mapping[tuple[str, str], Run]
    ) -> list[Cell]:
        return [
            Cell(version, runs.get(Request(one, found).key) if found else None)
            for version, found in self._chosen(example, one)
        ]

    def _run(self, requests: dict[tuple[str, str], Request]) -> dict[tuple[str, str], Run]:
        runs: dict[tuple[str, str], Run] = {}
        if self.serving or _resumes():
            for key, request in requests.items():
                if earlier := self.cache.get(request, None if self.serving else RESUMABLE):
                    runs[key] = earlier
        missing = [request for key, request in requests.items() if key not in runs]
        history = History.load(self.cache.folder)

        def done(run: Run) -> None:
            runs[run.snippet, run.version] = run
            step(run.snippet)

        with self._keeping(requests, runs), progress(len(missing)) as step:
            if self.ahead:
                for run in self.ahead.results():
                    done(run)
            fresh = scheduler.run_all(
                missing,
                done,
                known=dict(runs),
                again=not self.serving,
                honest=self._displayed if self.config.honest and not self.serving else None,
                history=history,
            )
        runs |= {request.key: run for request, run in zip(missing, fresh, strict=True)}
        try:
            history.save()
        except OSError as error:
            self.cache.cannot_be_written(error)
        return runs

    @contextlib.contextmanager
    def _keeping(
        self, requests: dict[tuple[str, str], Request], runs: dict[tuple[str, str], Run]
    ) -> Iterator[None]:
        """Keep what has run: always for `serve`, else if the build is interrupted."""
        try:
            yield
        except BaseException:
            self._keep(requests, runs)
            raise
        if self.serving:
            self._keep(requests, runs)

    def _keep(
        self, requests: dict[tuple[str, str], Request], runs: dict[tuple[str, str], Run]
    ) -> None:
        for key, run in runs.items():
            request = requests[key]
            if not run.earlier and not verdict.problems(request.snippet, run):
                self.cache.put(request, run)

    def _judge(self, requests: dict[tuple[str, str], Request]) -> dict[str, list[str]]:
        """Note what is wrong with the runs; returns where each snippet ran."""
        users: dict[str, list[_Shown]] = {}
        for shown in self.shown:
            if shown.example:
                for one in shown.example.snippets:
                    users.setdefault(one.name, []).append(shown)
        verified: dict[str, list[str]] = {}
        for key, request in requests.items():
            run, one = self.runs[key], request.snippet
            for shown in users[one.name]:
                assert shown.example is not None
                found = verdict.problems(one, run, shown.example.returncode)
                found += [] if found else self._golden(one, run)
                shown.problems += [problem.at(shown.fence.where) for problem in found]
            verified.setdefault(one.name, []).append(run.version)
        return verified

    def _golden(self, one: Snippet, run: Run) -> list[Problem]:
        problem = golden.check(one, run)
        return [problem] if problem else []

    def _fill_pages(self, verified: dict[str, list[str]]) -> None:
        everywhere = os.environ.get("EXECUTED_MATRIX") == "1"
        taken: Counter[tuple[str, str]] = Counter()
        for number, shown in enumerate(self.shown):
            example = shown.example
            if example is None:
                content = "".join(_problem_box(problem) for problem in shown.problems)
            else:
                slug = f"example-{example.snippet.slug.replace('_', '-')}"
                taken[shown.page.url, slug] += 1
                count = taken[shown.page.url, slug]
                versions = verified.get(example.snippet.name, []) if everywhere else []
                name = slug if count == 1 else f"{slug}-{count}"
                if example.is_table:
                    content = self._table(shown, example, name)
                    self._put(shown, number, content)
                    continue
                content = render.example(
                    self.templates,
                    example,
                    self._results(shown),
                    sorted(versions, key=lambda v: tuple(map(int, v.split(".")))),
                    get_relative_url(f"snippets/{example.snippet.name}", shown.page.url),
                    name,
                    shown.problems,
                    self._button(example, example.snippet, shown.page.url, name),
                )
            self._put(shown, number, content)

    def _button(self, example: Example, one: Snippet, url: str, ident: str) -> Button | None:
        return self.buttons.button(one, url, ident) if example.has_button else None

    def _put(self, shown: _Shown, number: int, content: str) -> None:
        page, placeholder = shown.page, shown.placeholder(number)
        html = page.content or ""
        for found in (f"<p>{placeholder}</p>", placeholder):
            html = html.replace(found, content)
        page.content = html
        # MkDocs has looked for anchors already, before there were results.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_ID.findall(content))

    def _table(self, shown: _Shown, example: Example, ident: str) -> str:
        """Programs against versions, or claims against runs."""
        url = shown.page.url
        rows = []
        for one in example.snippets:
            cells = self._cells(example, one, self.runs)
            download = get_relative_url(f"snippets/{one.name}", url)
            button = self._button(example, one, url, f"{ident}-{render.slug(one.name)}")
            rows.append(render.Row(one, tuple(cells), self._highlighted(one), download, button))
        title = example.highlight.get("title", "Programs on each Python")
        claims: list[Claim] = []
        sections: dict[str, str] = {}
        if example.result == "claims":
            claims, sections = self._claims(shown, example, rows)
        return render.table(
            self.templates, ident, title, rows, claims, sections, tuple(shown.problems)
        )

    def _highlighted(self, one: Snippet) -> Markup:
        md = Markdown(extensions=["pymdownx.highlight", "pymdownx.superfences"])
        return Markup(md.convert(f"```python\n{one.shown()}\n```"))

    def _claims(
        self, shown: _Shown, example: Example, rows: Iterable[render.Row]
    ) -> tuple[list[Claim], dict[str, str]]:
        path = self.docs / example.data
        label = path.relative_to(self.project).as_posix()
        claims, problems = claims_of(path, label)
        runs = {row.snippet.name: [cell.run for cell in row.cells if cell.run] for row in rows}
        problems += check_claims(claims, runs, label)
        sections: dict[str, str] = {}
        for claim in claims:
            target, _, anchor = claim.section.partition("#")
            page = self.pages.get(target)
            if page is None or (anchor and anchor not in _anchors(page)):
                problems.append(
                    Problem(
                        f"there is no section {claim.section!r}",
                        "a page below docs/, with the id of a heading",
                        "mend the row",
                        snippet=f"{label}: {claim.id}",
                    )
                )
                continue
            url = get_relative_url(page.url, shown.page.url)
            sections[claim.id] = f"{url}#{anchor}" if anchor else url
        shown.problems += problems
        return claims, sections

    def _results(self, shown: _Shown) -> list[Result]:
        assert shown.example is not None
        return [
            self._result(shown, one, version, interpreter)
            for one in shown.example.snippets
            for version, interpreter in self._chosen(shown.example, one)
        ]

    def _result(
        self, shown: _Shown, one: Snippet, version: str, interpreter: Interpreter | None
    ) -> Result:
        assert shown.example is not None
        if interpreter:
            run = self.runs[Request(one, interpreter).key]
            self._check_trace(shown, run)
            return Result(version, run, self._replay(shown, one, run))
        needs = f"Python {version}" if shown.example.versions else f"Python {one.requires}"
        cure = f"uv python install {version}" if version else "mend requires-python"
        log.warning(
            f"{shown.fence.where}: {one.label} needs {needs}, which is not "
            f"installed here; to do: {cure}"
        )
        return Result(version, None, missing=f"Not run here: needs {needs}.")

    def _replay(self, shown: _Shown, one: Snippet, run: Run) -> str:
        """Where the stepper finds its data; empty if there is no picture."""
        assert shown.example is not None
        if shown.example.result != "text" or not render.has_timeline(shown.example, run):
            return ""
        assert run.trace is not None
        path = f"{REPLAYS}/{one.name.removesuffix('.py')}-{run.version}.json"
        printed = [(line.at, line.stream, line.text) for line in run.lines]
        self.replays[path] = replay.data(run.trace, one.numbered(), printed)
        return get_relative_url(path, shown.page.url)

    def _check_trace(self, shown: _Shown, run: Run) -> None:
        """Without a trace the page has the output and no picture."""
        if run.trace and run.trace.failed:
            log.warning(
                f"{shown.fence.where}: snippets/{run.snippet} has no timeline on CPython "
                f"{run.version}, because the tracer failed; the example is not affected; "
                f"to do: report this:\n{run.trace.failed.rstrip()}"
            )

    @event_priority(-100)  # when all other files are written
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        _write_provenance(site, self.runs, self.shown, self._displayed(self.runs))
        examples = [(str(one.page.title), one.example) for one in self.shown if one.example]
        menu = self.buttons.menu((title, example.snippet) for title, example in examples)
        (site / PROGRAMS).write_text(menu, "utf-8")
        for path, content in self.replays.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(content, "utf-8")
        if self.staging is None:
            return
        staging, self.staging = self.staging, None
        config.site_dir = str(staging.site)
        if config.strict and _warnings():
            log.error(f"warnings in strict mode: {staging.site.name}/ is left as it was")
            self._keep(self.requests, self.runs)
            staging.discard()
        else:
            staging.publish()

    def on_build_error(self, *, error: Exception) -> None:
        if self.staging:
            self.staging.discard()
        self._keep(self.requests, self.runs)


def _validator(
    language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    attrs: dict[str, Any],
    md: Markdown,
) -> bool:
    """Which fences are ours; their options are checked in `fence.resolve`."""
    executes = inputs.get("exec", "")
    if language not in ("python", "py") or executes.lower() not in ("on", "yes", "true", "1"):
        return False
    return bool(markdown_exec.validator(language, {"exec": "on"}, options, attrs, md))


def _anchors(page: Page) -> set[str]:
    found: set[str] = set()
    rest = list(page.toc)
    while rest:
        item = rest.pop()
        found.add(item.id)
        rest += item.children
    return found


def _problem_box(problem: Problem) -> str:
    return f'<pre class="executed-problem">{escape(str(problem))}</pre>'


def _resumes() -> bool:
    """Whether a build may take the runs of one that failed."""
    return os.environ.get("EXECUTED_RESUME") == "1"


def _warnings() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


def _write_provenance(
    site: Path,
    runs: Mapping[tuple[str, str], Run],
    shown: Iterable[_Shown],
    displayed: Collection[tuple[str, str]],
) -> None:
    """List every run behind the site, and the machine that made it.

    Where `displayed` is false, no page shows what was printed and when.
    """
    pages: dict[str, set[str]] = {}
    for one in shown:
        if one.example:
            for program in one.example.snippets:
                pages.setdefault(program.name, set()).add(one.page.url or "index.html")
    document = {
        "machine": {
            "system": platform.system(),
            "processor": platform.machine(),
            "cores": scheduler.CORES,
        },
        "runs": [
            {
                "snippet": run.snippet,
                "pages": sorted(pages.get(run.snippet, ())),
                "python": run.version,
                "ending": run.ending,
                "returncode": run.returncode,
                "wall_seconds": round(run.wall, 4),
                "cpu_seconds": round(run.cpu, 4),
                "started": run.started,
                "lines": len(run.lines),
                "faults": run.faults,
                "displayed": key in displayed,
                "delay_seconds": round(honesty.delay(run), 4),
                "disturbed": honesty.disturbed(run),
                "runs": run.attempt,
                "start": "warm" if run.warm else "cold",
                "earlier_run": run.earlier,
            }
            for key, run in sorted(runs.items())
        ],
    }
    site.mkdir(parents=True, exist_ok=True)
    (site / PROVENANCE).write_text(json.dumps(document, indent=1) + "\n", "utf-8")
