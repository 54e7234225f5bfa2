"""A MkDocs hook: pages load from their own host only, and a policy enforces it.

mkdocs-jupyter puts the address of a CDN on its pages, for diagrams that no
notebook here has; that is dropped. Each page has a Content-Security-Policy,
the same on all of them: instant navigation adds that of the next page to that
of the first. Scripts inside a page are named by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_LOADS = re.compile(r"""(?:\bsrc=|\bfrom|\bimport\(?)\s*["']https?://""")
_DATA = re.compile(r"""\bsrc=|\btype=["']?(?:application/json|text/x-)""")
_DIGESTS = "EXECUTED-DIGESTS"
POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval' {_DIGESTS}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
_META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_found: set[str] = set()
_serving = False


def on_startup(command: str, **kwargs: Any) -> None:
    global _serving
    _serving = command == "serve"


def on_pre_build(**kwargs: Any) -> None:
    _found.clear()


def on_post_page(output: str, **kwargs: Any) -> str:
    """Drop what comes from another host; put the policy in front of everything."""
    output = _SCRIPT.sub(lambda match: "" if _LOADS.search(match[0]) else match[0], output)
    for match in _SCRIPT.finditer(output):
        if not _DATA.search(match["attributes"]):
            digest = hashlib.sha256(match["body"].encode()).digest()
            _found.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    return re.sub(r"<head\b[^>]*>", lambda match: match[0] + _META, output, count=1)


def on_post_template(output_content: str, template_name: str, **kwargs: Any) -> str:
    """The page "not found" is no page for MkDocs."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


@event_priority(50)
def on_post_build(config: Any, **kwargs: Any) -> None:
    # `mkdocs serve` puts a script of its own into each page.
    allowed = "'unsafe-inline'" if _serving else " ".join(sorted(_found))
    for path in Path(config.site_dir).rglob("*.html"):
        text = path.read_text("utf-8")
        if _DIGESTS in text:
            path.write_text(text.replace(_DIGESTS, allowed), "utf-8")
