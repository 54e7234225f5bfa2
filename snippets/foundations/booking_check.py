PLANS = [  # seconds and euros of van, ship, bike; then: how long, and who
    ((0.7, 0.1, 0.4), (8, 6, 3), 0.8, "bike"),
    ((0.1, 0.2, 0.9), (2, 6, 3), 1.0, "van"),
    ((0.05, 0.05, 0.05), (9, 4, 7), 0.3, "ship"),
]


def booked(attempt, seconds: tuple, euros: tuple):
    for name, values in ("REPLY", seconds), ("PRICES", euros):
        carriers = zip(("van", "ship", "bike"), values, strict=True)
        attempt.defined(name).update(carriers)
    ran = attempt.run(attempt.defined("main"))
    assert ran.error is None, f"main() ended with {ran.error!r}."
    return ran


def check_booking(attempt):
    """The cheapest carrier is booked, whichever that is, to the address."""
    for seconds, euros, _, carrier in PLANS:
        lines = booked(attempt, seconds, euros).lines
        wanted = f"the {carrier} goes to Ann, 5 Harbour Road"
        told = f"With other prices, the {carrier} is the cheapest; it prints "
        assert wanted in lines, told + (" / ".join(lines) or "nothing.")
        count = sum("goes to" in line for line in lines)
        assert count == 1, f"{count} carriers are booked."


def check_time(attempt):
    """It takes 0.4 s: the slowest carrier, and then the booking."""
    told = f"It takes {attempt.seconds:.1f} s. "
    assert attempt.seconds < 0.45, told + "What waits without need?"


def check_chain(attempt):
    """With other carriers, too, it takes as long as the longest chain."""
    for seconds, euros, chain, _ in PLANS:
        took = booked(attempt, seconds, euros).seconds
        told = f"Address 0.2 s, carriers {seconds}, booking 0.1 s: "
        assert took < chain + 0.03, told + f"it took {took:.2f} s."
