# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs sockets"
# ///
import asyncio
import socket
import time


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def main() -> None:
    loop, log = asyncio.get_running_loop(), []
    ours, theirs = socket.socketpair()
    loop.add_reader(ours, lambda: log.append(ours.recv(9)))
    loop.call_later(0.05, theirs.send, b"order")
    used = time.process_time()
    await asyncio.sleep(0.1)
    idle = time.process_time() - used < 0.05
    loop.remove_reader(ours)
    ours.close()
    theirs.close()
    verdict("C078", it_waits_idly=idle, it_calls_the_reader=log == [b"order"])


asyncio.run(main())
