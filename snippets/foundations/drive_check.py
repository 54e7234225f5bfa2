def heard(attempt, *questions: str) -> list:  # what it is told
    async def curious(answers: list) -> list:
        for question in questions:
            try:
                answers.append(await attempt.defined("Ask")(question))
            except LookupError as error:
                answers.append(f"thrown: {error.args}")
        return answers

    async def driving() -> object:
        return attempt.defined("drive")(curious([]))

    attempt.defined("KNOWN").update({"Rigel side": "east", "Rigel age": "8"})
    ran = attempt.run(driving)
    error = ran.error and (ran.error.__cause__ or ran.error)
    assert error is None, f"drive() raised {error!r}."
    assert isinstance(ran.value, list), f"drive() returned {ran.value!r}."
    return ran.value


def check_answers(attempt):
    """Each question gets its answer from KNOWN, however many there are."""
    answers = heard(attempt, *["Rigel side", "Rigel age"] * 2)
    assert answers == ["east", "8"] * 2, f"Other answers came: {answers}."


def check_lookup(attempt):
    """What is not known is thrown back as a LookupError, and it goes on."""
    answers = heard(attempt, "moons", "Rigel side", "size")
    wanted = ["thrown: ('moons',)", "east", "thrown: ('size',)"]
    assert answers == wanted, (
        f"'moons' and 'size' are unknown; {answers} came."
    )


def check_result(attempt):
    """It returns what the coroutine returned, also if that asked nothing."""
    heard(attempt)
