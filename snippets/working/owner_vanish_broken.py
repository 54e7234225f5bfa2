# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import gc


async def wait_for_answer() -> None:
    answer = asyncio.get_running_loop().create_future()
    try:
        await answer  # nobody else knows this future
    finally:
        print("  (its coroutine is closed)")


async def wait_for_morning() -> None:
    await asyncio.sleep(0.1)
    print("good morning")


def names() -> list:
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, news: print(" ", news["message"]))
    asyncio.create_task(wait_for_answer(), name="answer")  # noqa: RUF006
    asyncio.create_task(wait_for_morning(), name="morning")  # noqa: RUF006
    await asyncio.sleep(0)
    print("before gc.collect():", names())
    gc.collect()
    print("after gc.collect():", names())
    await asyncio.sleep(0.2)


asyncio.run(main())
