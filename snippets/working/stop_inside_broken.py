import asyncio


async def main() -> None:
    async with asyncio.timeout(0.1):
        try:
            await asyncio.sleep(10)
        except TimeoutError:
            print("the rain is here")


try:
    asyncio.run(main())
except TimeoutError as error:
    print("nobody caught", repr(error), "from", repr(error.__cause__))
