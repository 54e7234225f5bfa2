# /// script
# [tool.executed]
# browser = "needs a thread that runs beside the loop"
# ///
import asyncio
import threading

PRICES = {"tea": 3, "coffee": 4}


async def price_of(item: str) -> int:
    in_main = threading.current_thread() is threading.main_thread()
    print(f"price_of({item!r}) in the main thread: {in_main}")
    try:
        await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        print(f"price_of({item!r}) was cancelled")
        raise
    return PRICES[item]


# --8<-- [start:cashier]
def cashier(loop: asyncio.AbstractEventLoop) -> None:  # in its own thread
    for item, patience in (("tea", 5), ("cake", 5), ("coffee", 0.1)):
        answer = asyncio.run_coroutine_threadsafe(price_of(item), loop)
        try:
            print(f"cashier: {item} costs {answer.result(patience)}")
        except KeyError:
            print(f"cashier: we have no {item}")
        except TimeoutError:
            print(f"cashier: no answer about {item}")
            answer.cancel()


async def main() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(cashier, loop)


# --8<-- [end:cashier]
asyncio.run(main())
