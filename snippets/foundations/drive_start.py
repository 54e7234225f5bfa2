# /// script
# requires-python = ">=3.9"
# ///
from collections.abc import Coroutine, Generator

KNOWN = {"Vega side": "west", "Vega colour": "blue", "Deneb side": "south"}


class Ask:
    def __init__(self, question: str) -> None:
        self.question = question

    def __await__(self) -> Generator[str, str, str]:
        return (yield self.question)


async def report(star: str) -> str:
    side = await Ask(f"{star} side")
    try:
        colour = await Ask(f"{star} colour")
    except LookupError as error:
        colour = f"no answer to {error}"
    return f"{star} in the {side}, {colour}"


# --8<-- [start:drive]
def drive(coroutine: Coroutine[str, str, str]) -> str:
    return coroutine.send(None)  # only the first step


# --8<-- [end:drive]
for star in ("Vega", "Deneb"):
    print(drive(report(star)))
