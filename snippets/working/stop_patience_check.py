import asyncio


async def stopped(attempt, way_home: float, patience: float) -> bool:
    stop = attempt.defined("stop")
    mowing = asyncio.create_task(attempt.defined("mow")(way_home))
    await asyncio.sleep(0.01)
    in_time = await stop(mowing, patience)
    await asyncio.wait([mowing], timeout=60)
    return in_time


async def impatient(attempt) -> bool:
    async with asyncio.timeout(0.5):
        return await stopped(attempt, 5, 30)


def check_in_time(attempt):
    """It says `True` as soon as the mower is at home."""
    near = attempt.run(lambda: stopped(attempt, 0.5, 3))
    assert near.value is True, f"It said {near.value} about a way of 0.5 s."
    assert near.seconds < 0.6, f"And that took {near.seconds:.1f} s."


def check_way_home(attempt):
    """When its patience ends it says `False`, and the mower drives on."""
    far = attempt.run(lambda: stopped(attempt, 5, 1))
    assert far.value is False, f"The way takes 5 s; it said {far.value}."
    assert far.lines, "The mower never came home: it was cancelled twice."


def check_told(attempt):
    """Who cancels the call of `stop` itself is heard."""
    told = attempt.run(lambda: impatient(attempt))
    assert isinstance(told.error, TimeoutError), (
        "A time limit around the call was swallowed: no TimeoutError."
    )
    assert told.seconds < 1, f"It heard of it only after {told.seconds:.1f} s."
