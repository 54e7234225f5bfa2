def made(attempt, pots, workers):
    make_all = attempt.defined("make_all")
    return attempt.run(lambda: make_all(list(pots), workers))


def check_results(attempt):
    """One result for each pot, in the order of the pots."""
    pots = ["tile", "pan", "lid", "mug", "urn"]
    done = made(attempt, pots, 3)
    assert not done.error, f"It ended with {done.error!r}."
    names = [str(result).split(",")[0] for result in done.value]
    assert names == pots, f"For {pots} came {names}."


def check_time(attempt):
    """Six pots and three workers take two rounds."""
    done = made(attempt, ["tile"] * 6, 3)
    assert done.seconds < 0.25, f"It took {done.seconds:.1f} s, not 0.2 s."


def check_limit(attempt):
    """Never more pots at a time than there are workers."""
    done = made(attempt, ["tile"] * 6, 2)
    assert done.seconds > 0.25, (
        f"Six pots took two workers {done.seconds:.1f} s: too many at once."
    )


def check_lost(attempt):
    """A pot that cracks is lost, and the others are made."""
    done = made(attempt, ["cracked pan", "lid", "mug"], 1)
    assert not done.error, f"One cracked pot ended it: {done.error!r}."
    ends = [str(result).split(", ")[-1] for result in done.value]
    assert ends == ["lost", "glazed", "glazed"], f"The pots were {ends}."
