# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["observe", "aim"]
# ///
import inspect
from collections.abc import Generator


class Ask:
    def __init__(self, question: str) -> None:
        self.question = question

    def __await__(self) -> Generator[str, str, str]:
        return (yield self.question)


async def aim(star: str) -> str:
    side = await Ask(f"where is {star}?")
    height = await Ask(f"how high is {star}?")
    return f"{side}, {height} degrees up"


async def observe(star: str) -> str:
    return f"{star}: {await aim(star)}"


night = observe("Vega")
for answer in (None, "west", "50"):
    print(f"{inspect.getcoroutinestate(night):16}send {answer!r:7}", end="")
    try:
        print("yields", repr(night.send(answer)))
    except StopIteration as end:
        print("returns", repr(end.value))
print(inspect.getcoroutinestate(night))
