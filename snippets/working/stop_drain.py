# /// script
# [tool.executed]
# browser = "needs signals"
# ///
import asyncio
import signal


async def mow(lawn: str, seconds: float) -> None:
    try:
        await asyncio.sleep(seconds)
        print(lawn, "is mown")
    finally:
        await asyncio.sleep(0.1)
        print(lawn, "mower is at home")


async def main() -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for one in signal.SIGTERM, signal.SIGINT:
        loop.add_signal_handler(one, stop.set)
    loop.call_later(0.25, signal.raise_signal, signal.SIGTERM)
    lawns = {"front": 0.1, "side": 0.35, "back": 0.9}
    mowers = [asyncio.create_task(mow(*job)) for job in lawns.items()]
    await stop.wait()
    print("SIGTERM: no more lawns today, finish what you have")
    _, late = await asyncio.wait(mowers, timeout=0.3)
    print("cancel", len(late))
    for mower in late:
        mower.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    print("exit")


asyncio.run(main())
