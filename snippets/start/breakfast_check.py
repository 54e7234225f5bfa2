import asyncio
import time

WATER, COFFEE = "the water boils", "the coffee is ready"
BREAD = "the bread is toasted"


def check_all(attempt):
    """Water, coffee and bread are all ready at the end, each once."""
    for what in WATER, COFFEE, BREAD:
        times = sum(line.startswith(what) for line in attempt.lines)
        assert times, f'No line says "{what}": nobody waits for that step.'
        assert times == 1, f'{times} lines say "{what}".'


def check_coffee(attempt):
    """The coffee waits for the water, however long that takes."""
    begun, ended = {}, {}

    async def step(what: str, _: float) -> None:
        begun[what] = time.perf_counter()
        await asyncio.sleep(5 if what == WATER else 1)
        ended[what] = time.perf_counter()

    main, attempt.names["step"] = attempt.defined("main"), step
    ran = attempt.run(main)
    assert ran.error is None, f"main() ended with {ran.error!r}."
    made = COFFEE in begun and WATER in ended
    assert made, "main() does not wait for a coffee made with `step`."
    early = begun[COFFEE] < ended[WATER]
    assert not early, "The coffee is begun before the water boils."


def check_time(attempt):
    """All of it takes 0.7 s: as long as the water and then the coffee."""
    told = f"It takes {attempt.seconds:.1f} s: something waits without need."
    assert attempt.seconds < 0.75, told
