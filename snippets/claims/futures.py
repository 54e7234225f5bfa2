# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import inspect
import threading
import types


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


@types.coroutine
def old_way(dish: asyncio.Future):
    return (yield from dish)


async def main() -> None:
    loop = asyncio.get_running_loop()
    soup, stew = loop.create_future(), loop.create_future()
    await asyncio.sleep(0.05)
    done, code = soup.done(), hasattr(soup, "get_coro")
    verdict("C093", it_gets_done_by_itself=done, it_has_code_to_run=code)
    loop.call_later(0.01, soup.set_result, "soup")
    loop.call_later(0.02, stew.set_result, "stew")
    awaitable, new = inspect.isawaitable(soup), await soup == "soup"
    later, old = not done and new, await old_way(stew) == "stew"
    verdict("C094", it_is_awaitable=awaitable, its_result_comes_later=later)
    verdict("C096", by_await=new, by_yield_from=old)


asyncio.run(main())
verdict("C095", there_is_one=hasattr(threading, "Future"))
