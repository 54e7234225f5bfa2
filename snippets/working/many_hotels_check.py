OTHERS = {
    "Delta": (0.2, None),
    "Eagle": (0.4, 55),
    "Forum": (0.3, None),
    "Grand": (0.1, 81),
}


def answers(attempt):
    told = attempt.run(lambda: attempt.defined("report")(OTHERS))
    assert told.error is None, f"report() ended with {told.error!r}."
    assert told.value, "report() no longer returns its lines."
    return told, [str(line) for line in told.value]


def check_prices(attempt):
    """Each price that came is in the report."""
    _, lines = answers(attempt)
    for hotel, price in ("Eagle", "55"), ("Grand", "81"):
        found = [line for line in lines if hotel in line]
        assert found, f"With four other hotels, {hotel} is not mentioned."
        assert price in found[0], f"{hotel} answered {price}: not reported."


def check_failures(attempt):
    """The report says who did not answer."""
    _, lines = answers(attempt)
    for hotel in "Delta", "Forum":
        said = any(hotel in x and "no answer" in x for x in lines)
        assert said, (
            f'{hotel} gave no answer, and no line says "{hotel}: no answer".'
        )


def check_time(attempt):
    """It takes as long as the slowest hotel."""
    told, _ = answers(attempt)
    assert told.seconds < 0.45, f"{told.seconds:.1f} s instead of 0.4."
