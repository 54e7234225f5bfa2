# /// script
# requires-python = ">=3.8"
# ///
import ast
import contextlib
import dis


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def refused(source: str, flags: int = 0) -> bool:
    with contextlib.suppress(SyntaxError):
        return not compile(source, "lines", "exec", flags)
    return True


def steps(source: str) -> set:
    function = compile(source, "lines", "exec").co_consts[0]
    return {step.opname for step in dis.get_instructions(function)}


new = steps("async def wait(ticket): await ticket")
old = steps("def wait(ticket): yield from ticket")
shared = bool(new & old & {"SEND", "YIELD_FROM"})
alone = refused("async def a(): yield")
chained = refused("async def a(): yield from b")
verdict("C065", yield_is_refused=alone, yield_from_is_refused=chained)
verdict("C069", same_step=shared, one_more="GET_AWAITABLE" in new - old)
verdict(
    "C074",
    refused_in_a_def=refused("def a(): await b"),
    refused_in_a_def_inside=refused("async def a():\n def b(): await c"),
    refused_outside=refused("await a"),
    refused_in_a_console=refused("await a", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT),
)
