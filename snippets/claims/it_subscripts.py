# /// script
# requires-python = ">=3.8"
# ///
import contextlib


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Numbered:
    def __getitem__(self, place: int) -> str:
        return ["tea", "salt"][place]


class Named:
    def __getitem__(self, name: str) -> int:
        return {"tea": 2}[name]


class Shut(Numbered):
    __iter__ = None


def iterable(thing: object) -> bool:
    with contextlib.suppress(KeyError, TypeError):
        return list(thing) == ["tea", "salt"]
    return False


numbered, named, shut = map(iterable, (Numbered(), Named(), Shut()))
verdict(
    "C020",
    with_iter=iterable({"tea": 1, "salt": 2}.keys()),
    with_getitem_by_number=numbered,
    with_getitem_by_name=named,
    with_getitem_and_no_iter_wanted=shut,
)
