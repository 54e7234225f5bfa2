import asyncio


async def mow() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        print("driving home")
        async with asyncio.timeout(1):  # a limit for the clean-up, too
            await asyncio.sleep(0.3)
        print("at home")


async def main() -> None:
    try:
        async with asyncio.timeout(0.1):
            await mow()
    except TimeoutError:
        print("the rain is here")


asyncio.run(main())
