# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import contextlib
import time
from threading import Timer


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def nap(safely: bool) -> None:
    loop = asyncio.get_running_loop()
    alarm, wake = loop.create_future(), loop.call_soon_threadsafe
    if safely:
        Timer(0.1, wake, (alarm.set_result, None)).start()
    else:
        Timer(0.1, alarm.set_result, (None,)).start()
        Timer(0.3, wake, (list,)).start()  # wakes the loop: ends the test
    await alarm


def seconds_for(*naps) -> float:
    start = time.perf_counter()
    with contextlib.suppress(TypeError):  # 3.11 and later take tasks only
        asyncio.run(asyncio.wait(naps))
        return time.perf_counter() - start
    for one in naps:
        one.close()
    return 0.0


verdict("C118", it_hangs=seconds_for(nap(safely=False)) > 0.25)
five = seconds_for(*[nap(safely=True) for _ in range(5)])
verdict("C123", five_last_as_long_as_one=0.09 < five < 0.4)
