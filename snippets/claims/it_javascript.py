# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs sockets"
# ///
import asyncio
from threading import active_count, get_ident


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def order() -> None:
    log.append("begun")


async def serve() -> None:
    workers.append(get_ident())
    await asyncio.sleep(0.05)
    served.append(len(workers))


async def main() -> None:
    coroutine = order()
    at_the_call = bool(log)
    await coroutine
    await asyncio.gather(*[serve() for _ in range(9)])
    one = {get_ident()} == set(workers) and served[0] == 9
    threads = active_count()
    await asyncio.get_running_loop().getaddrinfo("127.0.0.1", 80)
    no_helper = active_count() == threads
    verdict("C008", one_thread_for_many=one, begun_by_the_call=at_the_call)
    verdict("C009", for_requests=one, for_name_look_ups=no_helper)


log, workers, served = [], [], []
asyncio.run(main())
