# /// script
# requires-python = ">=3.9"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["guest_book", "ask", "interview"]
# ///
from collections.abc import Generator

Talk = Generator[str, str, str]


def ask(question: str) -> Talk:
    answer = yield question
    return answer.upper()


def interview() -> Talk:
    name = yield from ask("Your name?")
    town = yield from ask("Your town?")
    return f"{name} from {town}"


def guest_book() -> Talk:
    entry = yield from interview()
    return f"written down: {entry}"


talk = guest_book()
print(next(talk))
print(talk.send("Amara"))
try:
    talk.send("Lagos")
except StopIteration as end:
    print(end.value)
