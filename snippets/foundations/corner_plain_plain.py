def price(loaves: int) -> int:
    return 3 * loaves


def bill() -> str:
    return f"{price(2)} coins"  # call it


print(bill())
