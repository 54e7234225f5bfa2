# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time
import warnings


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Hasty(asyncio.SelectorEventLoop):
    def call_later(self, delay: float, *rest: object, **more: object):
        return super().call_later(0, *rest, **more)


async def is_hasty(set_policy: bool) -> bool:
    if set_policy:
        policy = asyncio.DefaultEventLoopPolicy()
        policy.new_event_loop = Hasty
        asyncio.set_event_loop_policy(policy)
    started = time.perf_counter()
    await asyncio.sleep(0.3)
    return time.perf_counter() - started < 0.29


warnings.simplefilter("ignore")  # 3.14 and 3.15 deprecate policies
hasty, calm = Hasty(), asyncio.SelectorEventLoop()
by_type = hasty.run_until_complete(is_hasty(set_policy=False))
by_policy = calm.run_until_complete(is_hasty(set_policy=True))
hasty.close()
calm.close()
verdict("C092", its_type_decides=by_type, a_policy_decides=by_policy)
