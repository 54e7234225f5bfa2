import asyncio

FULL = {"Emerald": (0.1, False), "Galaxy": (0.4, False)}
OTHERS = {"Dolphin": (0.5, True), "Falcon": (0.3, True), **FULL}


def race(attempt, ferries):
    async def wait_and_see():
        before = asyncio.get_running_loop().time()
        winner = await attempt.defined("first_free")(ferries)
        took = asyncio.get_running_loop().time() - before
        await asyncio.sleep(1)  # who else pays?
        return winner, took, list(attempt.defined("paid"))

    attempt.defined("paid").clear()
    told = attempt.run(wait_and_see)
    assert told.error is None, f"first_free() ended with {told.error!r}."
    return told.value


def check_winner(attempt):
    """The first ferry with a seat is taken, without waiting for the rest."""
    winner, took, _ = race(attempt, OTHERS)
    assert winner == "Falcon", f"Of four others it took {winner}, not Falcon."
    assert took < 0.35, f"Falcon answers after 0.3 s, you after {took:.1f} s."


def check_paid(attempt):
    """Nobody pays for a second ferry."""
    _, _, paid = race(attempt, OTHERS)
    assert paid == ["Falcon"], f"Paid for: {', '.join(paid) or 'nothing'}."


def check_none(attempt):
    """If all are full, the answer is None."""
    winner, _, _ = race(attempt, FULL)
    assert winner is None, f"All are full, and it took {winner}."
