# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Iterable, Iterator


def first_words(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        word = next(iter(line.split()), None)
        if word is not None:
            yield word


for word in first_words(["Hall of mirrors", "", "Library"]):
    print(word)
