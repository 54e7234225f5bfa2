import asyncio


def check_dark(attempt):
    """The lamp blinks in the block three times, and not after it."""
    good = "* * * the top! home"
    assert " ".join(attempt.lines) == good, f"It prints {attempt.lines}."


def check_fall(attempt):
    """If the block fails, the lamp stops too, and the error comes out."""

    left = []

    async def climb():
        try:
            async with attempt.defined("lamp")():
                await asyncio.sleep(0.1)
                raise OSError("a loose stone")
        except* OSError:
            await asyncio.sleep(0.1)
            left.append(len(asyncio.all_tasks()))

    ran = attempt.run(climb)
    assert ran.error is None, f"It ends with {ran.error!r}."
    assert left, "The error does not come out."
    assert left == [1], "The lamp still blinks."


def check_time(attempt):
    """The block ends by itself: nobody waits for the lamp."""

    async def climb():
        async with asyncio.timeout(1), attempt.defined("lamp")():
            await asyncio.sleep(0.3)

    ran = attempt.run(climb)
    assert ran.error is None, f"It ends with {ran.error!r}."
    assert ran.seconds < 0.35, f"It takes {ran.seconds:.1f} s, not 0.3 s."
