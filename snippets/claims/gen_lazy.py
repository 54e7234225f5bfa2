# /// script
# requires-python = ">=3.8"
# ///
import tracemalloc


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def weights(letters: int):
    for letter in range(letters):
        log.append(letter)
        grams = letter * 1000
        yield grams


def peak(as_list: bool) -> int:
    tracemalloc.start()
    numbers = (letter * 1000 for letter in range(20_000))
    sum(list(numbers) if as_list else numbers)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


log = []
scale = weights(10**9)
next(scale), next(scale)
verdict(
    "C035",
    only_what_was_asked_for=log == [0, 1],
    less_than_a_tenth_of_the_memory=peak(False) * 10 < peak(True),
)
there, kept = scale.gi_frame.f_lineno, dict(scale.gi_frame.f_locals)
held = kept["letter"] == 1 and kept["grams"] == 1000
again = scale.gi_frame.f_lineno == there
verdict("C036", locals=held, position=again, it_goes_on=next(scale) == 2000)
