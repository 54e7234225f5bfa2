# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def same_task(caller: asyncio.Task) -> bool:
    return asyncio.current_task() is caller


async def stubborn() -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "too late, but done"


async def last_moment() -> str:
    answer = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(asyncio.wait_for(answer, timeout=10))
    await asyncio.sleep(0.1)
    answer.set_result("the answer")
    waiting.cancel()  # in the same step: which of them wins?
    return await waiting


async def main() -> None:
    me = asyncio.current_task()
    print("in the same task:", await asyncio.wait_for(same_task(me), 1))
    for name, case in (
        ("a late answer", asyncio.wait_for(stubborn(), 0.1)),
        ("cancelled at the last moment", last_moment()),
    ):
        try:
            print(name + ":", await case)
        except (asyncio.TimeoutError, asyncio.CancelledError) as error:
            print(name + ":", type(error).__name__)
    print("only one TimeoutError:", asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
