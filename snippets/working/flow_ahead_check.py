import asyncio


async def source(said: list[str]):
    try:
        for number in range(9):
            said.append("read")
            yield number
    finally:
        said.append("closed")


async def use(attempt, said: list[str], last: int) -> None:
    mine = asyncio.all_tasks()
    async with attempt.defined("ahead")(source(said), 3) as numbers:
        async for number in numbers:
            await asyncio.sleep(1)
            said.append(f"use {number}")
            if number == last:
                break
    assert "closed" in said, "It was left early, and the source is open."
    assert asyncio.all_tasks() == mine, "It was left early; a task remains."


def check_ahead(attempt):
    """It reads ahead, 0.5 s in all, by no more than the size asked for."""
    assert attempt.output.count("stored") == 4, "Store all four levels."
    assert attempt.seconds < 0.55, f"It took {attempt.seconds:.1f} s."
    said = []
    attempt.run(lambda: use(attempt, said, 8))
    assert "use 8" in said, "Of nine numbers some did not come."
    reads = said[: said.index("use 0")].count("read")
    assert reads < 6, f"size=3, and {reads} were read before one was used."


def check_leave(attempt):
    """Whoever leaves early leaves no task and no open source behind."""
    left = attempt.run(lambda: use(attempt, [], 1))
    assert not left.error, left.error
