import asyncio


async def limited(attempt, beds: list[str], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        await attempt.defined("water_all")(beds)


def valves(lines: list[str], word: str) -> list[str]:
    return [one for one in lines if one.endswith("valve " + word)]


def check_limit(attempt):
    """The time limit ends the watering, and `main` hears of it."""
    ferns = attempt.run(lambda: limited(attempt, ["fern", "moss"], 0.1))
    assert isinstance(ferns.error, TimeoutError), (
        "With a limit of 0.1 s and two other beds, no TimeoutError came out."
    )
    assert not any("moss" in line for line in ferns.lines), (
        "When the time was up, it went on to the next bed."
    )


def check_closed(attempt):
    """Every valve that was opened is closed, also when the time is up."""
    ferns = attempt.run(lambda: limited(attempt, ["fern"], 0.1))
    assert valves(ferns.lines, "open"), "No valve was opened."
    assert valves(ferns.lines, "closed"), "The time is up; a valve is open."


def check_broken(attempt):
    """A bed without water is skipped, and the next one gets its water."""
    beds = attempt.run(lambda: limited(attempt, ["beans", "fern"], 9))
    assert not beds.error, f"It ended with {beds.error!r}."
    assert "beans skipped" in beds.lines, "The beans were not skipped."
    assert len(valves(beds.lines, "closed")) == 2, "Two valves, each once."
    assert beds.seconds > 0.15, "The bed after the beans got no water."
