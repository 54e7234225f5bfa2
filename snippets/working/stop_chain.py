# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def strip() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        print("strip: blades off")


async def lawn() -> None:
    try:
        await strip()
        print("lawn: the next strip")
    except Exception as error:
        print("lawn: caught", error)
    finally:
        print("lawn: gate closed")


async def garden() -> None:
    try:
        await lawn()
    except asyncio.CancelledError as error:
        print("garden: caught a", type(error).__name__)
        raise


async def main() -> None:
    mowing = asyncio.create_task(garden())
    await asyncio.sleep(0.1)
    print("cancel() says", mowing.cancel(), "- done:", mowing.done())
    await asyncio.wait([mowing])
    print("done:", mowing.done(), "- cancelled:", mowing.cancelled())


asyncio.run(main())
