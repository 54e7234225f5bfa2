# /// script
# requires-python = ">=3.9"
# [tool.executed]
# returncode = 1
# ///
from collections.abc import Iterable, Iterator


def first_words(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield next(iter(line.split()))


for word in first_words(["Hall of mirrors", "", "Library"]):
    print(word)
