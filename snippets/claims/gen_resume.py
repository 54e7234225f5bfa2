# /// script
# requires-python = ">=3.8"
# ///


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def route():
    log.append("starts")
    yield "first door"
    log.append("goes on")
    yield "second door"


def wakes(call: str, *values: object) -> bool:
    walk = route()
    next(walk)
    try:
        getattr(walk, call)(*values)
    except KeyError:
        pass
    return walk.gi_frame is None or log.pop() == "goes on"


log, walk = [], route()
new, door = not log, next(walk)
ran = log == ["starts"]
verdict("C031", it_was_idle=new, it_runs=ran, to_yield=door == "first door")
verdict(
    "C032",
    next_wakes_it=wakes("__next__"),
    send_does_not=not wakes("send", "letter"),
    throw_does_not=not wakes("throw", KeyError()),
    close_does_not=not wakes("close"),
)
