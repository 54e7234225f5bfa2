# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def look(cake: asyncio.Future) -> None:
    try:
        outcome = repr(cake.result())
    except (Exception, asyncio.CancelledError) as error:
        outcome = repr(error)
    print("  done:", cake.done(), "- result():", outcome)


async def main() -> None:
    loop = asyncio.get_running_loop()
    baked, burnt, cancelled = (loop.create_future() for _ in range(3))
    print("a new future")
    look(baked)

    baked.add_done_callback(lambda cake: print("the callback was called"))
    baked.set_result("cherry cake")
    print("set_result has returned")
    look(baked)
    await asyncio.sleep(0)

    burnt.set_exception(ValueError("too hot"))
    cancelled.cancel()
    print("one with an exception, one cancelled")
    look(burnt)
    look(cancelled)
    try:
        baked.set_result("plum cake")
    except asyncio.InvalidStateError as error:
        print("set_result again:", repr(error))


asyncio.run(main())
