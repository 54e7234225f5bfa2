# /// script
# requires-python = ">=3.8"
# ///
import ast
import asyncio
from inspect import iscoroutine
from types import GeneratorType, coroutine


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def reads(minor: int) -> bool:
    try:
        ast.parse("async def post(): ...", feature_version=(3, minor))
    except SyntaxError:
        return False
    return True


@coroutine
def old():
    yield


nap = asyncio.sleep(0)
call, function = iscoroutine(nap), iscoroutine(asyncio.sleep)
verdict("C055", what_a_call_gives=call, the_function_itself=function)
verdict(
    "C059",
    no_async_def_before=not reads(4),
    the_old_kind_is_a_generator=isinstance(old(), GeneratorType),
    a_native_one_is_not=not isinstance(nap, GeneratorType),
)
nap.close()
