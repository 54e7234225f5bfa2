import asyncio


async def main() -> None:
    now = asyncio.get_running_loop().time
    try:
        async with asyncio.timeout(None) as limit:
            for strip in range(1, 5):
                limit.reschedule(now() + 0.2)  # from now, once more
                await asyncio.sleep(0.1)
                print("strip", strip, "is mown")
            await asyncio.sleep(10)  # stuck in a flower bed
    except TimeoutError:
        print("it does not move any more, expired:", limit.expired())


asyncio.run(main())
