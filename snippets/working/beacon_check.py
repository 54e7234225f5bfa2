import asyncio
import time


def reported(attempt):
    """The report of another boat, the time, and the longest silence."""

    async def trip() -> tuple[object, float, float]:
        reporting = asyncio.create_task(attempt.defined("report")("Ibis"))
        began, silence = (last := time.perf_counter()), 0.0
        while not reporting.done():
            await asyncio.sleep(0.01)
            last, before = time.perf_counter(), last
            silence = max(silence, last - before)
        return await reporting, last - began, silence

    ran = attempt.run(trip)
    assert ran.error is None, f"report() ended with {ran.error!r}."
    return ran.value


def check_report(attempt):
    """It returns the list of fuel, depth and wind, for any boat."""
    names = "read_fuel", "read_depth", "read_wind"
    wanted = [attempt.defined(name)("Ibis") for name in names]
    told, _, _ = reported(attempt)
    assert told == wanted, f"For another boat it returns {told!r}."


def check_time(attempt):
    """It takes 0.4 s: as long as the slowest driver."""
    _, took, _ = reported(attempt)
    assert took < 0.45, f"It takes {took:.1f} s: one call waits for another."


def check_beacon(attempt):
    """The beacon goes on while the drivers block."""
    _, _, silence = reported(attempt)
    assert silence < 0.02, f"It is silent for {silence:.1f} s."
