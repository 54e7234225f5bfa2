# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


def tour() -> Iterator[str]:
    yield "hall"


visit, plain = tour(), iter(["hall"])
for name in dir(visit):
    if not hasattr(plain, name) and not name.startswith("_"):
        value = getattr(visit, name)
        known = isinstance(value, (bool, str))
        print(f"{name} = {value}" if known else name)
