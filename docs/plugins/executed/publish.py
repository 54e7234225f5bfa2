"""A site folder that changes at once, when a whole new site is ready."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Staging:
    """Builds go to `folder`, which then takes the place of `site`."""

    site: Path
    folder: Path

    @classmethod
    def beside(cls, site: Path) -> Staging:
        """A new folder beside `site`, gone when the process ends."""
        staging = cls(site, site.with_name(f".{site.name}-{uuid.uuid4().hex[:8]}"))
        atexit.register(staging.discard)
        return staging

    def discard(self) -> None:
        """Remove what was built so far; the published site is untouched."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def publish(self) -> None:
        """Put the new site in place of the old one.

        Raises:
            OSError: the folder cannot be renamed.
        """
        old = self.folder.with_name(f"{self.folder.name}-old")
        for attempt in range(10):
            with contextlib.suppress(FileNotFoundError):
                self.site.rename(old)
            try:
                self.folder.rename(self.site)
                break
            except OSError:  # another build published in between
                shutil.rmtree(old, ignore_errors=True)
                if attempt == 9:
                    raise
        shutil.rmtree(old, ignore_errors=True)
