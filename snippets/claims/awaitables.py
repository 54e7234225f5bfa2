# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import types
from collections.abc import Iterator


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


@types.coroutine
def bell():
    yield


async def chime() -> str:
    return "ding"


async def main() -> None:
    one, task = chime(), asyncio.create_task(chime())
    walks = isinstance(task.__await__(), Iterator)
    marked = hasattr(bell(), "__await__")
    slot = isinstance(type(task).__await__, types.WrapperDescriptorType)
    kin, heard = isinstance(task, asyncio.Future), await task == "ding"
    verdict("C067", it_gives_an_iterator=walks, each_awaitable_has_it=marked)
    verdict("C070", it_can_be_awaited=await one == "ding")
    verdict("C072", a_task_can_be_awaited=heard, it_is_a_future=kin)
    verdict("C073", a_task_has_a_slot_in_C=slot, it_can_be_awaited=heard)


asyncio.run(main())
