# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterator


def ages() -> Iterator[int]:
    yield 8
    yield 41
    yield 67


visitors = list(ages())
print("together:", sum(visitors))
print("children:", sum(age < 12 for age in visitors))
print("oldest:", max(visitors))
