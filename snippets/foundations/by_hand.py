# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["guest_book", "interview"]
# ///
from collections.abc import Generator


class Ask:
    def __init__(self, question: str) -> None:
        self.question = question

    def __await__(self) -> Generator[str, str, str]:
        answer = yield self.question
        return answer.upper()


async def interview() -> str:
    name = await Ask("Your name?")
    town = await Ask("Your town?")
    return f"{name} from {town}"


async def guest_book() -> str:
    return f"written down: {await interview()}"


talk = guest_book()
print(talk.send(None))  # starts it, as next() does for a generator
print(talk.send("Amara"))
try:
    talk.send("Lagos")
except StopIteration as end:
    print(end.value)
