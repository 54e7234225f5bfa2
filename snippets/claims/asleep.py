# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import asyncio
import time
from threading import Thread, active_count, get_ident


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def nap() -> None:
    def rest() -> None:
        where.append(get_ident())
        time.sleep(0.15)
        loop.call_soon_threadsafe(alarm.set_result, None)

    loop = asyncio.get_running_loop()
    alarm = loop.create_future()
    Thread(target=rest).start()
    await alarm


async def main() -> None:
    naps = asyncio.gather(*[nap() for _ in range(5)])
    await asyncio.sleep(0)
    threads.append(active_count())
    await naps


for _ in range(5):
    Thread(target=time.sleep, args=(0.15,)).start()
threads, where = [active_count()], []
time.sleep(0.2)
asyncio.run(main())
verdict("C124", in_five_others=len(set(where) - {get_ident()}) == 5)
verdict("C126", the_asynchronous_five_block_fewer=threads[1] < threads[0])
