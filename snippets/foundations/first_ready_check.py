import asyncio


def first(attempt, *seconds: float):  # the cake, when, timers, and the run
    async def bake(timers: list) -> tuple:
        loop = asyncio.get_running_loop()
        began, cakes = loop.time(), [loop.create_future() for _ in seconds]
        for cake, after in zip(cakes, seconds, strict=True):
            loop.call_later(after, cake.set_result, after)
        start = loop.call_at
        loop.call_at = lambda *a, **k: timers.append(a) or start(*a, **k)
        cake, end = await attempt.defined("first_of")(*cakes), loop.time()
        return cake, end - began, timers, await asyncio.wait(cakes)

    ran = attempt.run(lambda: bake([]))
    assert not ran.error, attempt.stuck or f"It ended with {ran.error!r}."
    return *ran.value, ran


def check_first(attempt):
    """It returns the first cake, at the moment when that is ready."""
    value, took, *_ = first(attempt, 0.94, 0.82, 0.73, 0.9)
    assert value == 0.73, f"Not the first cake came, but that of {value} s."
    assert took < 0.731, f"Ready after 0.73 s, the cake came at {took:.2f} s."


def check_waits(attempt):
    """It waits: no timer, no asyncio.wait, no asking again and again."""
    _, _, timers, _, ran = first(attempt, 0.9, 0.7)
    assert ran.rounds < 20, f"The event loop went round {ran.rounds} times."
    assert not timers, "It starts a timer."
    assert "return_when" not in attempt.source, "It uses asyncio.wait."


def check_second(attempt):
    """When the other cakes are ready too, nobody complains."""
    *_, (cakes, _), ran = first(attempt, 0.3, 0.1, 0.2)
    assert not any(x.cancelled() for x in cakes), "It cancels the others."
    assert not ran.errors, f"Reported: {ran.errors.splitlines()[-1]}"
