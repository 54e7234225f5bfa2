# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from typing import Generator


class Doorbell:
    def __await__(self) -> Generator[str, str, str]:
        answer = yield "somebody rings"
        return answer


async def visitor() -> str:
    answer = await Doorbell()
    return "the visitor heard: " + answer


# --8<-- [start:drive]
by_hand = visitor()
print("I called send() and got:", by_hand.send(None))
try:
    by_hand.send("come in")
except StopIteration as stop:
    print(stop.value)

try:
    asyncio.run(visitor())
except RuntimeError as error:
    print("asyncio called send() and said:", error)
# --8<-- [end:drive]
