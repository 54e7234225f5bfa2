# /// script
# requires-python = ">=3.8"
# ///
from types import GeneratorType


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def stamps(price: int):
    yield price


async def parcels(price: int):
    yield price


book = stamps(7)
is_one, function, with_async = [
    isinstance(it, GeneratorType) for it in (book, stamps, parcels(7))
]
verdict(
    "C033",
    what_a_call_gives=is_one,
    the_function_itself=function,
    what_a_call_gives_with_async_def=with_async,
)
verdict(
    "C034",
    it_has_it=hasattr(book, "__next__"),
    it_works=book.__next__() == 7,
)
verdict(
    "C038",
    the_function_is_no_generator=not function,
    used_up_is_one_object_only=list(book) == [] and list(stamps(7)) == [7],
)
