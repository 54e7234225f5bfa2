# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["report"]
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
    try:
        question = coroutine.send(None)
        while True:
            if question in KNOWN:
                question = coroutine.send(KNOWN[question])
            else:
                question = coroutine.throw(LookupError(question))
    except StopIteration as end:
        return end.value


# --8<-- [end:drive]
for star in ("Vega", "Deneb"):
    print(drive(report(star)))
