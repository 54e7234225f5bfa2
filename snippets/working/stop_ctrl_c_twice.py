import asyncio
import signal


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, signal.raise_signal, signal.SIGINT)
    loop.call_later(0.2, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    finally:
        print("driving home")
        await asyncio.sleep(10)
        print("at home")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("asyncio.run raises a KeyboardInterrupt")
