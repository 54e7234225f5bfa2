# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import types


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def scale():
    grams = 0
    while True:
        grams += yield grams


@types.coroutine
def listen():
    return (yield)


async def weigh() -> int:
    return 70


async def main() -> None:
    heard, load = await listen(), scale()
    deaf = [load.send(grams) for grams in (None, 20, 50)] != [0, 20, 70]
    gives = await weigh() == 70
    to_coroutine = heard is not None
    verdict("C051", deaf_once_started=deaf, asyncio_sends_more=to_coroutine)
    verdict("C058", it_only_produces=deaf, a_coroutine_cannot=not gives)


asyncio.run(main())
