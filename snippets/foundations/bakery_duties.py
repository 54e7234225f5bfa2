# /// script
# [tool.executed]
# browser = "needs sockets"
# ///
import asyncio
import socket
import threading


def here(what: str) -> None:
    print(f"{what}: in", threading.current_thread().name)


async def doorbell(door: socket.socket) -> bytes:
    here("a task that waits for the network")
    return await asyncio.get_running_loop().sock_recv(door, 100)


async def scales() -> bytes:
    here("a task that starts another program")
    pipe = asyncio.subprocess.PIPE
    program = await asyncio.create_subprocess_exec(
        "echo", "500 grams", stdout=pipe
    )
    return (await program.communicate())[0]


async def main() -> None:
    door, street = socket.socketpair()
    door.setblocking(False)
    loop = asyncio.get_running_loop()
    loop.call_soon(here, "a callback")
    loop.call_later(0.2, street.send, b"ding dong")
    other = asyncio.to_thread(here, "a function that to_thread calls")
    with door, street:
        print(await asyncio.gather(doorbell(door), scales(), other))


asyncio.run(main())
