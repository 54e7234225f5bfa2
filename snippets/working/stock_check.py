import asyncio


def sales(attempt, stock, wishes):
    """Sell other things than the program does; what was sold, and how long."""
    sell = attempt.defined("sell")
    shelf = attempt.defined("stock")
    shelf.clear()
    shelf.update(stock)

    async def all_of_them():
        return await asyncio.gather(*map(sell, wishes))

    outcome = attempt.run(all_of_them)
    assert outcome.error is None, f"It raised {outcome.error!r}."
    return outcome, shelf


def check_stock(attempt):
    """Nothing is sold that is not there."""
    outcome, shelf = sales(attempt, {"map": 2}, ["map"] * 5)
    assert outcome.value.count(True) == 2, (
        f"There were 2 maps, and {outcome.value.count(True)} were sold."
    )
    assert shelf["map"] == 0, f"After that the stock says {shelf['map']}."


def check_time(attempt):
    """Who buys a lamp does not wait for those who buy other things."""
    wishes = ["lamp", "tent", "cup", "map"]
    outcome, _ = sales(attempt, dict.fromkeys(wishes, 1), wishes)
    assert outcome.seconds < 0.15, (
        f"Four customers took {outcome.seconds:.1f} s: they pay in turn."
    )
