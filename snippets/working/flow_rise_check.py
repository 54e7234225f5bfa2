async def listen(attempt, reports: list[int], limit: int) -> None:
    print("found", await attempt.defined("wait_for_flood")(reports, limit))


async def leave(attempt) -> None:
    rises = attempt.defined("rises")([100, 103, 109])
    print("first", await anext(rises))
    await rises.aclose()
    print("closed")


def check_siren(attempt):
    """The radio is off before the siren sounds."""
    words = [line.split(":")[0] for line in attempt.lines]
    assert "siren" in words, "There is no siren."
    assert "radio off" in words[: words.index("siren")], (
        "At the siren the radio is still on."
    )


def check_other(attempt):
    """So it is with other reports, and the right rise is found."""
    flood = attempt.run(lambda: listen(attempt, [100, 101, 150, 151], 20))
    assert not flood.error, f"It ended with {flood.error!r}."
    assert "found 49" in flood.lines, "From 101 to 150 it rises by 49."
    last = flood.lines[-2:]
    assert last == ["radio off", "found 49"], "The radio is off too late."
    calm = attempt.run(lambda: listen(attempt, [100, 101], 20))
    assert calm.lines[-2:] == ["radio off", "found None"], "No flood: None."


def check_chain(attempt):
    """Whoever closes `rises` has the radio off as well."""
    done = attempt.run(lambda: leave(attempt))
    assert not done.error, f"It ended with {done.error!r}."
    assert done.lines[-2:] == ["radio off", "closed"], (
        "`rises` is closed, and `levels`, from which it reads, is not yet."
    )
