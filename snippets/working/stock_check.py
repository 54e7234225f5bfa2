import asyncio


def sales(attempt, wishes, **stock):
    """Sell other numbers of things than the program does."""
    sell, shelf = attempt.defined("sell"), attempt.defined("stock")
    shelf.update(stock)
    for value in attempt.names.values():  # locks that knew the first loop
        for lock in value.values() if isinstance(value, dict) else [value]:
            if isinstance(lock, asyncio.Lock):
                lock._loop = None

    async def all_of_them():
        return await asyncio.gather(*map(sell, wishes))

    outcome = attempt.run(all_of_them)
    assert outcome.error is None, f"It raised {outcome.error!r}."
    return outcome, shelf


def check_stock(attempt):
    """Nothing is sold that is not there, and all that is there is sold."""
    outcome, shelf = sales(attempt, ["tent"] * 5, lamp=1, tent=3)
    sold = outcome.value.count(True)
    assert sold == 3, f"There were 3 tents, and {sold} were sold."
    assert shelf["tent"] == 0, f"After that the stock says {shelf['tent']}."


def check_time(attempt):
    """Who buys a lamp does not wait for someone who buys a tent."""
    outcome, _ = sales(attempt, ["tent", "lamp"], lamp=1, tent=1)
    assert outcome.seconds < 0.15, "One customer waits for the other."


def check_paid(attempt):
    """Whoever gets something pays for it."""
    outcome, _ = sales(attempt, ["lamp"], lamp=1, tent=0)
    assert outcome.seconds > 0.05, "Nobody has paid."
