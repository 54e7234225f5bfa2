import asyncio
import time


def read(attempt):
    """What was printed, and how long the lamp was dark meanwhile."""

    def decipher(message: str) -> str:
        time.sleep(0.55)
        return message[::-1]

    async def night() -> tuple:
        reading = asyncio.create_task(attempt.defined("read_messages")())
        last, dark = time.perf_counter(), 0.0
        while not reading.done():
            await asyncio.sleep(0.1)
            last, before = time.perf_counter(), last
            dark = max(dark, last - before)
        return dark, await reading

    attempt.defined("RADIO").clear()
    attempt.names["RADIO"].update(Electra="star", Fulmar="reef")
    attempt.names["decipher"] = decipher  # another library
    ran = attempt.run(night)
    assert ran.error is None, f"read_messages() ended with {ran.error!r}."
    return ran.lines, ran.value[0]


def check_messages(attempt):
    """Every message is deciphered and printed with its ship."""
    lines, _ = read(attempt)
    for line in "Electra rats", "Fulmar feer":
        assert line in lines, f"Other ships: {line!r} is not in {lines}."


def check_lamp(attempt):
    """The lamp flashes ten times a second, also while one is deciphered."""
    _, dark = read(attempt)
    assert dark < 0.11, f"It is dark for {dark:.2f} s: the loop is blocked."
