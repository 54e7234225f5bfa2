import asyncio


async def ask(attempt, *glazes: str) -> list[str]:
    recipe = attempt.defined("recipe")
    return await asyncio.gather(*map(recipe, glazes))


def check_once(attempt):
    """Each recipe is looked up once, however many ask for it together."""
    asked = attempt.run(lambda: ask(attempt, "shino", "raku", "shino"))
    assert not asked.error, f"It ended with {asked.error!r}."
    looked = [line for line in asked.lines if line == "looking up shino"]
    assert len(looked) == 1, f"Shino was looked up {len(looked)} times."


def check_answers(attempt):
    """Everybody gets the recipe that he asked for."""
    asked = attempt.run(lambda: ask(attempt, "iron", "salt", "iron"))
    assert not asked.error, f"It ended with {asked.error!r}."
    names = [str(text).split(":")[0] for text in asked.value]
    assert names == ["iron", "salt", "iron"], f"The answers were {names}."


def check_together(attempt):
    """Different recipes do not wait for one another."""
    asked = attempt.run(lambda: ask(attempt, "ash", "slip", "lime"))
    assert asked.seconds < 0.3, (
        f"Three recipes took {asked.seconds:.1f} s; one alone takes 0.2 s."
    )


def check_kept(attempt):
    """A recipe that was looked up before comes at once."""
    attempt.run(lambda: ask(attempt, "opal"))
    again = attempt.run(lambda: ask(attempt, "opal"))
    assert not again.lines, "It was looked up again, though it was known."
