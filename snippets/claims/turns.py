# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def others_run_during(dish: asyncio.Future) -> bool:
    log = []
    asyncio.get_running_loop().call_soon(log.append, "another")
    await dish
    return bool(log)


async def chop(name: str) -> None:
    for _ in range(2):
        log.extend([name, name])
        await asyncio.sleep(0)


async def main() -> None:
    loop = asyncio.get_running_loop()
    soup, stew = loop.create_future(), loop.create_future()
    loop.call_later(0.01, soup.set_result, "soup")
    stew.set_result("stew")
    pending, done = [await others_run_during(it) for it in (soup, stew)]
    verdict("C103", it_does_if_pending=pending, it_does_if_done=done)
    await asyncio.gather(chop("a"), chop("b"))
    verdict("C104", each_runs_till_it_waits=log == list("aabbaabb"))


log = []
asyncio.run(main())
