def check_both(attempt):
    """The program is sorry for the roses and for the lilies."""
    sorry = [line for line in attempt.lines if line.startswith("sorry")]
    assert sorry, "The program is not sorry for any bed."
    assert len(sorry) == 2, f"It prints {len(sorry)} of them: {sorry}."


def check_others(attempt):
    """The beds that can get water do get it."""
    plan = {"mint": 9, "sage": 2, "figs": 3}
    ran = attempt.run(lambda: attempt.defined("water_all")(plan))
    wet = "\n".join(ran.lines)
    assert "sage: 2" in wet, "The mint failed, and the sage stays dry."
    assert "figs: 3" in wet, "The mint failed, and the figs stay dry."


def check_group(attempt):
    """water_all raises one ExceptionGroup, with every failure and no more."""
    plan = {"mint": 9, "sage": 2, "dill": 7, "figs": 8}
    error = attempt.run(lambda: attempt.defined("water_all")(plan)).error
    assert error is not None, "It does not raise anything."
    told = f"It raises {type(error).__name__}."
    assert isinstance(error, ExceptionGroup), told
    names = [type(one).__name__ for one in error.exceptions]
    assert names == ["OSError"] * 3, f"Three beds fail; the group has {names}."


def check_success(attempt):
    """Without a failure it returns the beds, in the order of the plan."""
    plan = {"sage": 2, "mint": 1}
    ran = attempt.run(lambda: attempt.defined("water_all")(plan))
    assert ran.error is None, f"It raises {ran.error!r}."
    assert list(ran.value or []) == ["sage", "mint"], f"It is {ran.value!r}."


def check_time(attempt):
    """All beds get their water at the same time."""
    told = f"The program takes {attempt.seconds:.1f} s, the figs alone 0.4 s."
    assert attempt.seconds < 0.45, told
