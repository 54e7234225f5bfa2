# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import warnings


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def warned(tidy: bool) -> bool:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        loop = asyncio.new_event_loop()
        loop.run_until_complete(asyncio.sleep(0))
        if tidy:
            loop.close()
        loop.__del__()  # what Python calls when it throws the loop away
    return ResourceWarning in [warning.category for warning in caught]


forgotten, tidied = warned(tidy=False), warned(tidy=True)
verdict("C087", an_open_loop_is_reported=forgotten, close_helps=not tidied)
