def turns(attempt, rooms: dict[str, int]) -> list[tuple[str, int]]:
    """Who had a turn, and which of this guide's turns it was."""
    seen = []

    def tour(guide: str, rooms: int):
        for room in range(1, rooms + 1):
            seen.append((guide, room))
            yield
        seen.append((guide, rooms + 1))  # says goodbye

    async def walk() -> None:
        try:
            attempt.defined("run_all")([tour(*one) for one in rooms.items()])
        except StopIteration:
            raise ValueError("StopIteration, when a tour was over") from None

    error = attempt.run(walk).error
    assert error is None, f"run_all() ended with {error}."
    return seen


def check_goodbyes(attempt):
    """Every guide shows all rooms and says goodbye."""
    for rooms in {"Dao": 2, "Emil": 4}, {"Dao": 0, "Emil": 1}, {"Dao": 3}:
        seen = turns(attempt, rooms)
        for guide, count in rooms.items():
            had = sum(who == guide for who, _ in seen)
            told = f"Of {count} rooms {guide} shows {min(had, count)}"
            told += "." if had < count else ", and never says goodbye."
            assert had > count, told


def check_turns(attempt):
    """Nobody has the next turn before all the others had theirs."""
    seen = turns(attempt, {"Dao": 2, "Fay": 1, "Emil": 4, "Gus": 3})
    for (who, turn), (other, later) in zip(seen, seen[1:], strict=False):
        told = f"{who} has turn {turn} before {other} has turn {later}."
        assert turn <= later, told
