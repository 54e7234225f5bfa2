# /// script
# requires-python = ">=3.8"
# ///


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def scale():
    grams = 0
    while True:
        try:
            grams += yield grams
        except ValueError:
            grams = 0
        except GeneratorExit:
            return grams


def public(thing: object) -> set:
    return {name for name in dir(thing) if not name.startswith("_")}


load = scale()
sums = [load.send(grams) for grams in (None, 20, 50)]
emptied = load.throw(ValueError())
load.send(5)
given = load.close()
ended = load.gi_frame is None
verdict(
    "C037",
    no_more_methods_than_an_iterator=public(load) <= public(iter([])),
    it_only_gives_values=sums == [0, 0, 0],
)
verdict("C043", send=sums == [0, 20, 70], throw=emptied == 0, close=ended)
print(f"  what close gave back: {given}")
