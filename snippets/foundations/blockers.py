# /// script
# requires-python = ">=3.10"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs sockets"
# ///
import asyncio
import contextlib
import inspect
import socket
import subprocess
import sys
import time

NAP = [sys.executable, "-c", "import time; time.sleep(0.08)"]
LINE, _ = socket.socketpair()  # the other side never says anything
LINE.settimeout(0.08)

CALLS = {
    "asyncio.sleep": lambda: asyncio.sleep(0.08),
    "time.sleep": lambda: time.sleep(0.08),
    "socket.recv": lambda: LINE.recv(100),
    "subprocess.run": lambda: subprocess.run(NAP),
    "a computation": lambda: sum(n * n for n in range(2_000_000)),
    "to_thread(time.sleep)": lambda: asyncio.to_thread(time.sleep, 0.08),
}


async def main() -> None:
    for name, call in CALLS.items():
        flash = asyncio.create_task(asyncio.sleep(0.02))  # due very soon
        await asyncio.sleep(0)  # the task begins
        with contextlib.suppress(TimeoutError):
            result = call()
            if inspect.isawaitable(result):
                await result
        print(f"{name:22} the lamp flashed meanwhile: {flash.done()}")
        await flash


asyncio.run(main())
