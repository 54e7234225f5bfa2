# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def awaits(thing: object) -> bool:
    async def main() -> None:
        await thing

    try:
        asyncio.run(main())
    except TypeError:
        return False
    return True


def rooms(tour: object):
    yield from tour


def adds_up(total: int = 0):
    while True:
        total += yield total


bill = adds_up()
sums = [bill.send(price) for price in (None, 5, 7)]
a_list, a_text = list(rooms([1, 2])) == [1, 2], list(rooms("ab")) == ["a", "b"]
verdict("C068", a_list=a_list, a_text=a_text)
verdict("C075", it_can_be_awaited=awaits(rooms([])))
verdict("C076", one_that_heard_5_and_7=sums == [0, 5, 12] and awaits(bill))
