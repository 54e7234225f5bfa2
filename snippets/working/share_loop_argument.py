# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import warnings

warnings.simplefilter("always")


async def main() -> None:
    loop = asyncio.get_running_loop()
    for kind in (asyncio.Lock, asyncio.Event, asyncio.Queue):
        with warnings.catch_warnings(record=True) as caught:
            try:
                kind(loop=loop)
                print(kind.__name__, "made")
            except TypeError as error:
                print("TypeError:", error)
        for warning in caught:
            print("  DeprecationWarning:", warning.message)


asyncio.run(main())
