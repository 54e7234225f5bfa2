import asyncio


async def one_by_one(*coroutines):
    for coroutine in coroutines:
        await coroutine


async def in_a_group(*coroutines):
    async with asyncio.TaskGroup() as group:
        for coroutine in coroutines:
            group.create_task(coroutine)


def check_together(attempt):
    """It says True of everything that waits together."""
    proof = attempt.defined("waits_together")
    for wait in (asyncio.gather, in_a_group):
        outcome = attempt.run(lambda wait=wait: proof(wait))
        assert outcome.error is None, f"It raised {outcome.error!r}."
        assert outcome.value is True, f"It said {outcome.value} of one."


def check_in_turn(attempt):
    """It says False of what waits in turn."""
    proof = attempt.defined("waits_together")
    outcome = attempt.run(lambda: proof(one_by_one))
    assert outcome.error is None, f"It raised {outcome.error!r}."
    assert outcome.value is False, (
        "It said True, although each waited for the one before."
    )
