# /// script
# requires-python = ">=3.8"
# ///
import types
from inspect import getcoroutinestate as state


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


@types.coroutine
def give_way(words: str):
    return (yield words)


async def sort_mail(clerk: str) -> None:
    for pile in (1, 2):
        log.append(f"{clerk}{pile}")
        await give_way(f"{clerk} pauses")
        log.append(f"{clerk}{pile}")


log, ann, bob = [], sort_mail("a"), sort_mail("b")
said, paused = ann.send(None), state(ann) == "CORO_SUSPENDED"
moved = state(bob) != "CORO_CREATED"
for clerk in (bob, ann, bob):
    clerk.send(None)
verdict("C047", they_take_turns=log == ["a1", "b1", "a1", "a2", "b1", "b2"])
verdict("C049", it_gives_up_control=paused, it_keeps_state=log[2] == "a1")
verdict("C050", another_goes_on=moved, its_caller_hears_nothing=not said)
ann.close()
bob.close()
