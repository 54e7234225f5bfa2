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


def relay(source: object):
    yield from source


def works(run: object, generator: object) -> bool:
    try:
        run(generator)
    except TypeError:
        return False
    return True


loop, nap = asyncio.new_event_loop(), asyncio.sleep(0)
letter = loop.create_future()
loop.call_soon(letter.set_result, "letter")
verdict(
    "C044",
    asyncio_has_the_decorator=hasattr(asyncio, "coroutine"),
    without_it_a_future_works=works(loop.run_until_complete, relay(letter)),
    without_it_a_coroutine_works=works(list, relay(nap)),
)
nap.close()
loop.close()
