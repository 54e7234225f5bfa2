# /// script
# requires-python = ">=3.8"
# ///
import ast
import contextlib
from typing import Generator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Shelf:
    def __getitem__(self, place: int) -> str:
        return ["tea", "salt"][place]


def gift() -> Generator:
    yield ()


def works(expression: str) -> bool:
    with contextlib.suppress(SyntaxError):
        return eval(expression) == "salt"
    return False


one, method = iter(["salt"]), works("Shelf().__getitem__(1)")
verdict("C017", square_brackets=works("Shelf()[1]"), the_method=method)
item, step = works("Shelf().__getitem()__(1)"), works("one.__next()__()")
verdict("E09", getitem_is_spelled_so=item, next_is_spelled_so=step)
call = isinstance(ast.parse("yield ()").body[0].value, ast.Call)
nothing = next(gift()) is None
verdict("C028", it_is_a_call=call, empty_brackets_hand_out_nothing=nothing)
