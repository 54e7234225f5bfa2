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


@types.coroutine
def courier(parcel: object):
    got = yield from parcel
    if got != "wrong":
        return got
    raise LookupError


async def raises(parcel: object) -> bool:
    try:
        return not await courier(parcel)
    except LookupError:
        return True


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, "book")
    verdict(
        "C046",
        a_future_and_return=await courier(future) == "book",
        a_coroutine=await courier(asyncio.sleep(0, "tea")) == "tea",
        an_exception=await raises(asyncio.sleep(0, "wrong")),
    )


asyncio.run(main())
