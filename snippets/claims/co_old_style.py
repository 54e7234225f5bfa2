# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import sys
import types


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def turn():
    yield
    return "letter"


def nap():
    return (yield from asyncio.sleep(0, "letter"))


def works(generator_function: object) -> bool:
    async def main() -> None:
        return await types.coroutine(generator_function)()

    return asyncio.run(main()) == "letter"


bare, delegating = works(turn), works(nap)
verdict("C045", it_must_not_use_a_bare_yield=not bare)
verdict(
    "C053",
    the_decorator_of_asyncio_is_needed=not delegating,
    yield_from_is_needed=not bare,
)
here = bare and delegating and sys.version_info.major == 3
verdict("E35", the_old_way_needs_an_older_Python_than_3=not here)
