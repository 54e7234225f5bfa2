# /// script
# [tool.executed]
# browser = "needs a thread that runs beside the loop"
# ///
import asyncio
import threading


def place() -> str:
    return threading.current_thread().name


async def ask_mill(kind: str) -> int:
    print("ask_mill, async, in", place())
    await asyncio.sleep(0.2)
    return {"rye": 3, "wheat": 2}[kind]


# --8<-- [start:bridge]
def bill(kinds: list[str], loop: asyncio.AbstractEventLoop) -> int:
    print("bill, plain, in", place())
    answers = [
        asyncio.run_coroutine_threadsafe(ask_mill(kind), loop)
        for kind in kinds
    ]
    return sum(answer.result(timeout=5) for answer in answers)


async def main() -> None:
    print("main, async, in", place())
    loop = asyncio.get_running_loop()
    coins = await asyncio.to_thread(bill, ["rye", "wheat"], loop)
    print(coins, "coins")


# --8<-- [end:bridge]
asyncio.run(main())
