import asyncio


def check_last(attempt):
    """The camp is ready when the last load is there, after 0.3 s."""
    assert attempt.lines, "It prints nothing."
    assert len(attempt.lines) == 4, f"It prints {len(attempt.lines)} lines."
    assert attempt.lines[-1] == "the camp is ready", "Ready too early."
    assert attempt.seconds < 0.35, f"It takes {attempt.seconds:.1f} s."


def check_owned(attempt):
    """Whatever the loads are, supply leaves no task behind."""

    async def day():
        before = asyncio.all_tasks()
        await attempt.defined("supply")({"milk": 0.4, "oil": 0.2})
        return len(asyncio.all_tasks() - before)

    ran = attempt.run(day)
    assert ran.error is None, f"It ends with {ran.error!r}."
    assert ran.value == 0, f"{ran.value} tasks are still running."


def check_failure(attempt):
    """If one load fails, supply raises, and nobody goes on carrying."""

    told = []

    async def day():
        try:
            await attempt.defined("supply")({"milk": 0.4, "piano": 9})
        except* ValueError:
            told.append("told")
        await asyncio.sleep(1)

    ran = attempt.run(day)
    assert told, "The caller is not told of the failure."
    assert "milk is there" not in ran.lines, "The milk is still carried."
