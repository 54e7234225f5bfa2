# /// script
# requires-python = ">=3.8"
# ///
import ast
from inspect import iscoroutine
from types import CoroutineType


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def reads(minor: int) -> bool:
    try:
        ast.parse("async def brew(): ...", feature_version=(3, minor))
    except SyntaxError:
        return False
    return True


async def brew(cups: int) -> int:
    return cups * 2


async def pour(cups: int):
    yield cups


pot = brew(2)
verdict("C061", **{"not in 3.4": not reads(4), "in 3.5": reads(5)})
verdict(
    "C063",
    what_a_call_gives=isinstance(pot, CoroutineType),
    the_function_itself=isinstance(brew, CoroutineType),
    what_a_call_gives_with_yield_inside=isinstance(pour(1), CoroutineType),
)
verdict("C064", it_says_True_of_the_object=iscoroutine(pot))
pot.close()
