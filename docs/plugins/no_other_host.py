"""A MkDocs hook: no page loads a script from another host.

mkdocs-jupyter puts the address of a CDN on its pages, for diagrams that no
notebook here has.
"""

from __future__ import annotations

import re
from typing import Any

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_LOADS = re.compile(r"""(?:\bsrc=|\bfrom|\bimport\(?)\s*["']https?://""")


def on_post_page(output: str, **kwargs: Any) -> str:
    """Drop each script that is loaded from, or imports from, another host."""
    return _SCRIPT.sub(lambda match: "" if _LOADS.search(match[0]) else match[0], output)
