# /// script
# requires-python = ">=3.8"
# ///


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def doors():
    for door in (1, 2):
        yield door


def knock(caller: str) -> None:
    log.append((caller, next(walk)))


def nested():
    yield from back()


def back():
    try:
        yield next(outer)
    except ValueError:
        yield "its caller is busy"


log, walk, outer = [], doors(), nested()
knock("Ann")
knock("Bob")
verdict(
    "C052",
    it_goes_back_to_whoever_called=log == [("Ann", 1), ("Bob", 2)],
    it_cannot_go_on_to_its_caller=next(outer) == "its caller is busy",
)
