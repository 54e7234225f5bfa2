import asyncio


def check_at_once(attempt):
    """The pump's trouble is printed at once, before the heater's line."""
    lines = attempt.lines
    trouble = "pump: the tank is empty"
    assert trouble in lines, f"No line of the output is {trouble!r}."
    assert "heater: all is well" in lines, "The heater is not heard of."
    late = lines.index(trouble) > lines.index("heater: all is well")
    assert not late, "The trouble is printed too late."


def check_others(attempt):
    """It works for any watcher, and the others watch on."""

    async def night():
        attempt.defined("start")("lamp", 0.1, "it is dark")
        attempt.defined("start")("vent", 0.2)
        await asyncio.sleep(0.3)

    lines = attempt.run(night).lines
    assert lines == ["lamp: it is dark", "vent: all is well"], f"It is {lines}"


def check_cancelled(attempt):
    """A watcher that is cancelled is no trouble."""

    async def night():
        attempt.defined("start")("vent", 9)
        await asyncio.sleep(0.1)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0.1)

    ran = attempt.run(night)
    assert not ran.lines, f"It prints {ran.lines[0]!r}."
    told = ran.errors.partition("\n")[0]
    assert not told, f"asyncio complains: {told}"
