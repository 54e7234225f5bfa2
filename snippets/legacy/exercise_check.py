import asyncio


def sound(error: BaseException | None) -> None:
    told = f"It ends with {type(error).__name__}: {error}"
    assert error is None, told


def check_lines(attempt):
    """It runs without a complaint, and prints the same two lines."""
    sound(attempt.error)
    told = attempt.errors.strip().splitlines()[:1]
    assert not told, f"Python complains: {told[0]}"
    wanted = ["orders is saved", "users is saved"]
    assert attempt.lines == wanted, f"It prints {attempt.lines}."


def check_time(attempt):
    """It takes as long as the longest backup, 0.3 s, and not as both."""
    sound(attempt.error)
    told = f"It takes {attempt.seconds:.1f} s: one waits for the other."
    assert attempt.seconds < 0.35, told


def check_order(attempt):
    """It needs no `sorted`: the first line is that of the first backup."""

    async def backup(database: str, seconds: float) -> str:
        await asyncio.sleep(1 - seconds)
        return {"orders": "2 books", "users": "1 club"}[database]

    sound(attempt.error)
    assert not attempt.uses("sorted", "sort"), "It sorts the lines."
    attempt.defined("backup")
    attempt.names["backup"] = backup  # whose first line sorts last
    ran = attempt.run(attempt.defined("main"))
    sound(ran.error)
    told = "If backup() returns '2 books' for orders and '1 club' for users, "
    assert ran.lines == ["2 books", "1 club"], told + f"it prints {ran.lines}."
